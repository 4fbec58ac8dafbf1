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

// learning are the packages for which an import in a subfolder counts, too: there, a name
// such as model.py is too common for the others.
var learning = set(`torch torchvision torchaudio tensorflow keras jax flax pytorch-lightning transformers diffusers scikit-learn xgboost lightgbm`)

// readPythonSource reads the imports of the scripts that machine learning projects start
// from, in repositories that list no packages.
func readPythonSource(file string, content []byte) []Fact {
	var facts []Fact
	seen := map[string]bool{}
	for line := range rawLines(content) {
		m := pythonImport.FindStringSubmatch(line)
		if m == nil || seen[m[1]] {
			continue
		}
		seen[m[1]] = true
		name := packageOf[m[1]]
		if name == "" {
			name = strings.ReplaceAll(strings.ToLower(m[1]), "_", "-")
		}
		if path.Dir(file) == "." || learning[name] {
			facts = append(facts, Fact{Kind: "pypi", Name: name, Snippet: line})
		}
	}
	return facts
}
