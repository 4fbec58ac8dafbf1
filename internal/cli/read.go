package cli

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// The maximum sizes of files to read, in bytes: of those that people write, and of those
// that programs write, such as resumes.
const (
	MostWritten = resume.MaxProfileSize
	MostMade    = 64 << 20
)

// ReadNamed reads a file that the user named; advice is the hint if it cannot be read.
func ReadNamed(path string, most int64, advice hint.Hint) ([]byte, error) {
	data, err := boundedfile.Read(path, most)
	if err != nil {
		return nil, UsageError(cmp.Or(hint.Of(err), advice), "%w", err)
	}
	return data, nil
}

// ReadFileOrStdin reads at most one byte more than the limit, so that the caller notices
// the excess.
func ReadFileOrStdin(env *Env, path string, limit int64) ([]byte, error) {
	in := env.Stdin
	if path != "-" {
		file, err := os.Open(path)
		if err != nil {
			return nil, UsageError(adviceOn(path), "%w", err)
		}
		defer file.Close()
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, Failed(err, "")
	}
	return data, nil
}

// adviceOn returns what to do about a file that is not there.
func adviceOn(path string) hint.Hint {
	if strings.Contains(path, "://") {
		return "pages of the web are not fetched: save the page, and name the file"
	}
	return "check the name of the file"
}

// Exists reports whether there is something at a path.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// HashOf returns the SHA-256 of a file, in hexadecimal.
func HashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// RelativeTo resolves a path relative to the folder of another file.
func RelativeTo(file, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(filepath.Dir(file), path)
}

// Matching returns the files that match a pattern.
func Matching(pattern string) []string {
	files, _ := filepath.Glob(pattern) // the pattern is valid
	return files
}
