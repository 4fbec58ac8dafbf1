package skill

import (
	"encoding/xml"
	"strings"
)

// readMSBuild reads the packages of a .csproj or Directory.Packages.props, and its SDK.
func readMSBuild(_ string, content []byte) []Fact {
	var file struct {
		SDK    string `xml:"Sdk,attr"`
		Groups []struct {
			Packages []struct {
				Include string `xml:"Include,attr"`
			} `xml:"PackageReference"`
			Versions []struct {
				Include string `xml:"Include,attr"`
			} `xml:"PackageVersion"`
			Frameworks []struct {
				Include string `xml:"Include,attr"`
			} `xml:"FrameworkReference"`
		} `xml:"ItemGroup"`
	}
	if xml.Unmarshal(content, &file) != nil {
		return nil
	}
	var facts []Fact
	if file.SDK != "" {
		facts = append(facts, Fact{Kind: "nuget", Name: file.SDK})
	}
	for _, g := range file.Groups {
		for _, list := range [][]struct {
			Include string `xml:"Include,attr"`
		}{g.Packages, g.Versions, g.Frameworks} {
			for _, p := range list {
				if p.Include != "" {
					facts = append(facts, Fact{Kind: "nuget", Name: p.Include})
				}
			}
		}
	}
	return facts
}

// readPaket reads the packages of paket.dependencies.
func readPaket(_ string, content []byte) []Fact {
	var facts []Fact
	for line := range lines(content) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "nuget" {
			facts = append(facts, Fact{Kind: "nuget", Name: fields[1], Snippet: line})
		}
	}
	return facts
}
