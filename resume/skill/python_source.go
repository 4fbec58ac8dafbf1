package skill

import (
	"path"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var pythonImport = lazy.New(`^(?:import|from)\s+([A-Za-z_]\w*)`)

// packageOf maps modules to packages with a different name.
var packageOf = map[string]string{
	"sklearn": "scikit-learn", "cv2": "opencv-python", "PIL": "pillow", "yaml": "pyyaml", "bs4": "beautifulsoup4", "skimage": "scikit-image",
	"pytorch_lightning": "pytorch-lightning", "sentence_transformers": "sentence-transformers", "llama_index": "llama-index",
}

// readPythonSource reads the imports of the scripts that machine learning projects start
// from, in repositories that list no packages. In subfolders a name such as model.py is
// too common.
func readPythonSource(file string, content []byte) []Fact {
	if path.Dir(file) != "." {
		return nil
	}
	var facts []Fact
	told := map[string]bool{}
	for line := range rawLines(content) {
		m := pythonImport.FindStringSubmatch(line)
		if m == nil || told[m[1]] {
			continue
		}
		told[m[1]] = true
		name := packageOf[m[1]]
		if name == "" {
			name = strings.ReplaceAll(strings.ToLower(m[1]), "_", "-")
		}
		facts = append(facts, Fact{Kind: "pypi", Name: name, Snippet: line})
	}
	return facts
}
