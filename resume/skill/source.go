package skill

import (
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// sourceLanguages maps the extensions of source files to languages, as GitHub names them.
// Extensions that several languages share are left out.
var sourceLanguages = map[string]string{
	".go": "Go", ".py": "Python", ".pyi": "Python", ".ipynb": "Jupyter Notebook", ".rb": "Ruby", ".rake": "Ruby", ".java": "Java",
	".kt": "Kotlin", ".kts": "Kotlin", ".scala": "Scala", ".groovy": "Groovy", ".clj": "Clojure", ".cljs": "Clojure", ".cs": "C#",
	".fs": "F#", ".vb": "Visual Basic .NET", ".c": "C", ".cc": "C++", ".cpp": "C++", ".cxx": "C++", ".hpp": "C++", ".hh": "C++",
	".rs": "Rust", ".swift": "Swift", ".mm": "Objective-C++", ".js": "JavaScript", ".mjs": "JavaScript", ".cjs": "JavaScript",
	".jsx": "JavaScript", ".ts": "TypeScript", ".tsx": "TypeScript", ".mts": "TypeScript", ".vue": "Vue", ".svelte": "Svelte",
	".php": "PHP", ".ex": "Elixir", ".exs": "Elixir", ".erl": "Erlang", ".hs": "Haskell", ".ml": "OCaml", ".mli": "OCaml",
	".lua": "Lua", ".r": "R", ".jl": "Julia", ".dart": "Dart", ".zig": "Zig", ".nim": "Nim", ".cr": "Crystal", ".sh": "Shell",
	".bash": "Shell", ".zsh": "Shell", ".ps1": "PowerShell", ".sql": "SQL", ".plsql": "PLSQL", ".sol": "Solidity", ".pl": "Perl",
	".pm": "Perl", ".html": "HTML", ".css": "CSS", ".scss": "SCSS", ".tf": "HCL", ".cu": "Cuda", ".f90": "Fortran", ".elm": "Elm",
	".nix": "Nix", ".bicep": "Bicep",
}

// generated are the ends of names of files that tools write.
var generated = []string{".min.js", ".pb.go", "_pb2.py", ".g.dart", ".freezed.dart", ".designer.cs"}

// qtTranslation matches the translations of Qt, whose extension is that of TypeScript:
// app_de.ts.
var qtTranslation = lazy.New(`_[a-z]{2,3}(?:_[A-Z][A-Za-z]{1,3})?\.ts$`)

func isGenerated(file string) bool {
	return qtTranslation.MatchString(file) || slices.ContainsFunc(generated, func(end string) bool { return strings.HasSuffix(strings.ToLower(file), end) })
}

// LanguageOf returns the language of a source file as named in GitHub's statistics, or ""
// for other files and for those in folders that do not count.
func LanguageOf(file string) string {
	if isSkipped(file) || isLibraryCopy(file) || isGenerated(file) {
		return ""
	}
	return sourceLanguages[strings.ToLower(path.Ext(file))]
}
