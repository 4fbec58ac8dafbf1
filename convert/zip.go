package convert

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// maxZipFiles is more than any export holds.
const maxZipFiles = 5000

// zippedFiles returns the files of an archive by their lowercase base name. Nothing is
// unpacked yet, and nothing is ever unpacked to disk.
func zippedFiles(data []byte) (map[string]*zip.File, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("is not a ZIP archive: %w", err)
	}
	if len(r.File) > maxZipFiles {
		return nil, fmt.Errorf("is an archive of %d files; an export has at most %d", len(r.File), maxZipFiles)
	}
	files := map[string]*zip.File{}
	for _, f := range r.File {
		name := strings.ReplaceAll(f.Name, `\`, "/")
		if strings.HasPrefix(name, "/") || strings.Contains("/"+name+"/", "/../") || strings.Contains(name, ":") {
			return nil, fmt.Errorf("is an archive with a file %q outside of it", safe.Line(f.Name))
		}
		base := strings.ToLower(name[strings.LastIndexByte(name, '/')+1:])
		if old := files[base]; f.Mode().IsRegular() && !strings.HasPrefix(base, "._") && (old == nil || len(f.Name) < len(old.Name)) {
			files[base] = f
		}
	}
	return files, nil
}

// readZipped unpacks at most the given number of bytes, regardless of the size that the
// archive declares.
func readZipped(f *zip.File, most int64) ([]byte, error) {
	if f.UncompressedSize64 > uint64(most) {
		return nil, fmt.Errorf("%s in the archive has %d bytes; at most %d are read", safe.Line(f.Name), f.UncompressedSize64, most)
	}
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%s in the archive is encrypted: unpack it first", safe.Line(f.Name))
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s in the archive: %w", safe.Line(f.Name), err)
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	if err != nil {
		return nil, fmt.Errorf("%s in the archive: %w", safe.Line(f.Name), err)
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("%s in the archive is larger than it says", safe.Line(f.Name))
	}
	return data, nil
}
