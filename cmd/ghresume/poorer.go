package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
)

// refusePoorer is the error when the profile had to do without GitHub and a
// file would lose repositories that it shows today: a README is better old
// than poor. Nothing is written then.
func (m *sources) refusePoorer(w *cli, files []atomicfile.File) error {
	if m.failure == nil || m.snapshot != nil {
		return nil
	}
	for _, file := range files {
		_, old, err := atomicfile.Read(file.Path)
		if err != nil {
			return err
		}
		if lost := lostRepositories(host(w), old, file.Data); len(lost) > 0 {
			return failed(fmt.Errorf("%w; %s is left as it was, since it would lose %s", m.failure, file.Path, strings.Join(lost, ", ")),
				"try again when GitHub answers; "+hint.NoGitHub+" writes the profile alone")
		}
	}
	return nil
}

// lostRepositories are those that the old text links to and the new does not.
func lostRepositories(host string, old, now []byte) []string {
	const most = 3
	kept, lost := repositoriesIn(host, now), []string{}
	for _, name := range repositoriesIn(host, old) {
		if !slices.Contains(kept, name) {
			lost = append(lost, name)
		}
	}
	if more := len(lost) - most; more > 0 {
		return append(lost[:most], fmt.Sprintf("and %d more", more))
	}
	return lost
}

// repositoriesIn are the repositories whose addresses a document holds, sorted.
func repositoriesIn(host string, document []byte) []string {
	address := regexp.MustCompile(`(?:github\.com|` + regexp.QuoteMeta(host) + `)/([A-Za-z0-9_-]+/[A-Za-z0-9_.-]+)`)
	var names []string
	for _, found := range address.FindAllSubmatch(unpacked(document), -1) {
		names = append(names, strings.TrimRight(string(found[1]), "."))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// unpacked is the text of a document: the files in it when it is a DOCX.
func unpacked(document []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		return document
	}
	const most = 8 << 20 // bytes of a file in it
	var text bytes.Buffer
	for _, file := range archive.File {
		if r, err := file.Open(); err == nil {
			_, _ = io.CopyN(&text, r, most) // a damaged file has the less to lose
			r.Close()
		}
	}
	return text.Bytes()
}
