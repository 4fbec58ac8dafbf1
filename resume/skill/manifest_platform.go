package skill

import (
	"bytes"
	"encoding/json"
)

// platformFact says that a file is written for a platform, such as the header of a plugin
// for WordPress.
func platformFact(name, line string) Fact {
	return Fact{Kind: kindPlatform, Name: name, Snippet: line}
}

// readWordPressReadme reads the readme.txt that WordPress's directory of plugins asks for.
func readWordPressReadme(_ string, content []byte) []Fact {
	if bytes.Contains(content, []byte("Stable tag:")) && bytes.Contains(content, []byte("Tested up to:")) {
		return []Fact{platformFact("wordpress", "Tested up to: (a plugin for WordPress)")}
	}
	return nil
}

// readWordPressPlugin reads the header of the file that starts a plugin.
func readWordPressPlugin(_ string, content []byte) []Fact {
	if bytes.Contains(content[:min(len(content), 8<<10)], []byte("Plugin Name:")) {
		return []Fact{platformFact("wordpress", "Plugin Name: (a plugin for WordPress)")}
	}
	return nil
}

// readStylesheet reads the header that makes a stylesheet a theme of WordPress.
func readStylesheet(_ string, content []byte) []Fact {
	if bytes.Contains(content[:min(len(content), 2<<10)], []byte("Theme Name:")) {
		return []Fact{platformFact("wordpress", "Theme Name: (a theme for WordPress)")}
	}
	return nil
}

// readWebManifest tells the manifest of a browser's extension from that of a website.
func readWebManifest(_ string, content []byte) []Fact {
	var file struct {
		Version int `json:"manifest_version"`
	}
	if json.Unmarshal(content, &file) != nil || file.Version == 0 {
		return nil
	}
	return []Fact{platformFact("webextension", "manifest_version (an extension of a browser)")}
}
