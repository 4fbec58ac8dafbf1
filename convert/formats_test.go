package convert_test

import "testing"

func TestRenderCV(t *testing.T)   { checkGolden(t, "testdata/rendercv/all.yaml", "RenderCV") }
func TestYAMLResume(t *testing.T) { checkGolden(t, "testdata/yamlresume/all.yml", "YAMLResume") }
func TestFRESH(t *testing.T)      { checkGolden(t, "testdata/fresh/all.json", "FRESH") }

func TestLinkedIn(t *testing.T) {
	checkGolden(t, "testdata/linkedin/complete.zip", "LinkedIn's data export")
}

func TestEuropass(t *testing.T) {
	for _, file := range []string{"v3.xml", "json3.json", "v4.xml"} {
		checkGolden(t, "testdata/europass/"+file, "Europass")
	}
}

func TestReactiveResume(t *testing.T) {
	for _, version := range []string{"v3", "v4", "v5"} {
		checkGolden(t, "testdata/reactive/"+version+".json", "Reactive Resume")
	}
}
