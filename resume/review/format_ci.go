package review

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// WriteGitHub prints the findings as workflow commands; GitHub shows them next to the
// lines of the file.
func (rep Report) WriteGitHub(w io.Writer) error {
	commands := map[Severity]string{Error: "error", Warning: "warning", Advice: "notice"}
	var b strings.Builder
	for _, f := range rep.Findings {
		var properties []string
		if f.File != "" {
			properties = append(properties, "file="+safe.CommandProperty(f.File))
		}
		if f.File != "" && f.Position.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", f.Position.Line), fmt.Sprintf("col=%d", f.Position.Column))
		}
		properties = append(properties, "title="+safe.CommandProperty("ghresume: "+f.Rule))
		message := f.Message
		if f.Field != "" {
			message = f.Field + ": " + message
		}
		if f.Repository != "" {
			message = f.Repository + ": " + message
		}
		if f.Hint != "" {
			message += "\nhint: " + f.Hint
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", commands[f.Severity], strings.Join(properties, ","), safe.CommandData(message))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// sarifLog is the part of SARIF 2.1.0 that code scanning reads.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string      `json:"id"`
	ShortDescription sarifText   `json:"shortDescription"`
	Help             sarifText   `json:"help"`
	Default          sarifConfig `json:"defaultConfiguration"`
}

type sarifConfig struct {
	Level string `json:"level"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifPhysical struct {
	Artifact struct {
		URI string `json:"uri"`
	} `json:"artifactLocation"`
	Region struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	} `json:"region"`
}

type sarifLogical struct {
	FullyQualifiedName string `json:"fullyQualifiedName"`
}

var sarifLevels = map[Severity]string{Error: "error", Warning: "warning", Advice: "note"}

// WriteSARIF prints the findings as SARIF 2.1.0, for code scanning.
func (rep Report) WriteSARIF(w io.Writer) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "ghresume", InformationURI: "https://github.com/ghresume/ghresume", Rules: []sarifRule{}}
	index := map[string]int{}
	for i, rule := range Rules() {
		index[rule.Name] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{rule.Name, sarifText{rule.Reason},
			sarifText{rule.Reason + "\n\nBad:\n" + rule.Bad + "\n\nGood:\n" + rule.Good}, sarifConfig{sarifLevels[rule.Severity]}})
	}
	for _, f := range rep.Findings {
		run.Results = append(run.Results, sarifResult{f.Rule, index[f.Rule], sarifLevels[f.Severity],
			f.sarifMessage(), []sarifLocation{f.sarifLocation()}})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func (f Finding) sarifMessage() sarifText {
	if f.Hint == "" {
		return sarifText{f.Message}
	}
	return sarifText{f.Message + "; " + f.Hint}
}

func (f Finding) sarifLocation() sarifLocation {
	var l sarifLocation
	if f.File != "" {
		l.Physical = &sarifPhysical{}
		l.Physical.Artifact.URI = fileURI(f.File)
		l.Physical.Region.StartLine = max(1, f.Position.Line)
		l.Physical.Region.StartColumn = max(1, f.Position.Column)
	}
	for _, name := range []string{f.Field, f.Repository} {
		if name != "" {
			l.Logical = append(l.Logical, sarifLogical{name})
		}
	}
	return l
}

// fileURI returns a path as a relative URI reference.
func fileURI(path string) string {
	return strings.NewReplacer("\\", "/", "%", "%25", " ", "%20", "#", "%23", "?", "%3F", ":", "%3A").Replace(path)
}
