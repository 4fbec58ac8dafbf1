package review

import (
	"os"
	"path/filepath"
	"testing"
)

// goodProfiles are the texts of the profiles that deserve no warning.
func goodProfiles(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/good/*.toml")
	if err != nil || len(files) < 6 {
		t.Fatalf("good profiles: %v, %v", files, err)
	}
	texts := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(data)
	}
	return texts
}

// TestGoodProfilesGetNoWarning guards against noise.
func TestGoodProfilesGetNoWarning(t *testing.T) {
	for name, source := range goodProfiles(t) {
		t.Run(name, func(t *testing.T) {
			for _, f := range Check(inputOf(t, source)) {
				if f.Severity != Advice {
					t.Errorf("%s: %s: %s [%s]", f.where(), f.Severity, f.Message, f.Rule)
				} else {
					t.Logf("%s: %s [%s]", f.where(), f.Message, f.Rule)
				}
			}
		})
	}
}
