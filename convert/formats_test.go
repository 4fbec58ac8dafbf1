package convert_test

import "testing"

func TestRenderCV(t *testing.T)   { checkGolden(t, "testdata/rendercv/all.yaml", "RenderCV") }
func TestYAMLResume(t *testing.T) { checkGolden(t, "testdata/yamlresume/all.yml", "YAMLResume") }
func TestFRESH(t *testing.T)      { checkGolden(t, "testdata/fresh/all.json", "FRESH") }

func TestReactiveResume(t *testing.T) {
	for _, version := range []string{"v3", "v4", "v5"} {
		checkGolden(t, "testdata/reactive/"+version+".json", "Reactive Resume")
	}
}
