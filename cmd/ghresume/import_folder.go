package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
)

// readImportFile reads a file, stdin for "-", or the folder of an unpacked data export.
func readImportFile(env *cli.Env, path string) ([]byte, error) {
	if info, err := os.Stat(path); path != "-" && err == nil && info.IsDir() {
		return packFolder(path)
	}
	return cli.ReadFileOrStdin(env, path, convert.MaxSize)
}

// packFolder packs the tables of a folder into an archive, as exports come.
func packFolder(folder string) ([]byte, error) {
	tables, err := filepath.Glob(filepath.Join(escapeGlob(folder), "*.csv"))
	if err != nil || len(tables) == 0 {
		return nil, cli.UsageError(hint.Hint("name the file, or the folder that LinkedIn's data export was unpacked to"), "%s is a folder without CSV files", folder)
	}
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	for _, table := range tables {
		if err := packFile(archive, table); err != nil {
			return nil, cli.Failed(err, "")
		}
	}
	if err := archive.Close(); err != nil {
		return nil, cli.Failed(err, "")
	}
	return b.Bytes(), nil
}

// packFile adds a table; large ones are skipped, because none of them is needed.
func packFile(archive *zip.Writer, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	if info, err := in.Stat(); err != nil || !info.Mode().IsRegular() || info.Size() > convert.MaxSize/16 {
		return err
	}
	out, err := archive.Create(filepath.Base(path))
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return err
}

func escapeGlob(path string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}
