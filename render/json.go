package render

import (
	"bytes"
	"encoding/json"

	"github.com/ghresume/ghresume/internal/lazy"
)

// isOurJSON reports whether ghresume wrote a JSON Resume file.
func isOurJSON(data []byte) bool {
	var file struct{ Meta struct{ Generator string } }
	return json.Unmarshal(data, &file) == nil && file.Meta.Generator == "ghresume"
}

// dates matches where a JSON Resume file states when GitHub was read, and when the last
// push was: the commit of the file itself is such a push.
var dates = lazy.New(`"(lastModified|lastPush)": "[^"]*"`)

// keepDates leaves the old file unchanged if only the dates of the snapshot differ.
func keepDates(p *Print, path string, old []byte) (*File, error) {
	file, err := jsonResume(p, path)
	if err != nil {
		return nil, err
	}
	if bytes.Equal(dates.ReplaceAll(old, nil), dates.ReplaceAll(file.Data, nil)) {
		file.Data = old
	}
	return file, nil
}
