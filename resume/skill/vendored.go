package skill

import (
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// kindVendored is the kind of a fact that names a language, as GitHub does, of which a
// repository has only other people's files.
const kindVendored = "vendored"

// vendoredFolders hold copies of other people's code.
var vendoredFolders = set(`vendor vendors third_party third-party thirdparty 3rdparty external extern deps node_modules bower_components pods`)

// endings maps the extensions of source files to the languages that GitHub counts them
// as. A header may be of several.
var endings = sync.OnceValue(func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(`Assembly s asm nasm
C c h
C++ cc cpp cxx hpp hh hxx h
C# cs
Clojure clj cljs
CoffeeScript coffee
Cuda cu cuh
Dart dart
Elixir ex exs
Erlang erl hrl
Fortran f f90 f95
Go go
Haskell hs
Java java
JavaScript js mjs cjs jsx
Julia jl
Kotlin kt kts
Lua lua
Objective-C m h
Perl pl pm
PHP php
PowerShell ps1
Python py
R r
Ruby rb
Rust rs
Scala scala
Shell sh bash
Swift swift
TypeScript ts tsx
Zig zig
`) {
		fields := strings.Fields(line)
		for _, ending := range fields[1:] {
			table["."+ending] = append(table["."+ending], fields[0])
		}
	}
	return table
})

// projectFiles name the languages of a project, whose source files may be in folders too
// deep for a listing.
func projectFiles() map[string][]string {
	jvm, js, python := []string{"Java", "Kotlin", "Scala", "Clojure"}, []string{"JavaScript", "TypeScript"}, []string{"Python"}
	return map[string][]string{
		"build.gradle": jvm, "build.gradle.kts": jvm, "pom.xml": jvm, "package.json": js, "pyproject.toml": python, "requirements.txt": python,
		"Cargo.toml": {"Rust"}, "composer.json": {"PHP"}, "Gemfile": {"Ruby"}, "go.mod": {"Go"},
	}
}

// vendoredFacts returns the languages with vendored files only, if there is an own file or
// project in another language: without any, the listing proves nothing.
func vendoredFacts(listing []string) []Fact {
	own, foreign, projects := map[string]bool{}, map[string]string{}, projectFiles()
	var projected []string
	for _, file := range listing {
		languages, vendored := endings()[strings.ToLower(path.Ext(file))], isVendored(file)
		if !vendored {
			projected = append(projected, projects[path.Base(file)]...)
		}
		for _, language := range languages {
			switch {
			case !vendored:
				own[language] = true
			case len(languages) == 1 && foreign[language] == "": // a header proves nothing
				foreign[language] = file
			}
		}
	}
	if len(own) == 0 { // the project's own files are not in sight
		for _, language := range projected {
			own[language] = true
		}
	}
	var facts []Fact
	for language, file := range foreign {
		if !own[language] && len(own) > 0 {
			facts = append(facts, Fact{Path: file, Kind: kindVendored, Name: language, Snippet: shorten(file)})
		}
	}
	slices.SortFunc(facts, func(a, b Fact) int { return strings.Compare(a.Name, b.Name) })
	return facts
}

// libraryCopy matches the name of a library that people copy into their sites.
var libraryCopy = lazy.New(`(?i)^(?:jquery|bootstrap|highlight|prism|mermaid|katex|mathjax|d3|lodash|underscore|moment|three|chart|modernizr|fontawesome)(?:[-.](?:min|slim|bundle|pack|esm|umd|core|v?\d[\d.]*))*\.js$`)

func isLibraryCopy(file string) bool { return libraryCopy.MatchString(path.Base(file)) }

func isVendored(file string) bool {
	if isLibraryCopy(file) {
		return true
	}
	for folder := range strings.SplitSeq(path.Dir(file), "/") {
		if vendoredFolders[strings.ToLower(folder)] {
			return true
		}
	}
	return false
}

// vendors reports whether all files of a language, as GitHub names it, are other
// people's.
func (r Repository) vendors(language string) bool {
	return slices.ContainsFunc(r.Facts, func(f Fact) bool { return f.Kind == kindVendored && f.Name == language })
}
