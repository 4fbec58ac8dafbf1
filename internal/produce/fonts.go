package produce

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/fontfind"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// fontFinder looks for fonts in the profile's folder, and then among the system's.
func fontFinder(env *cli.Env, profile string) render.FontFinder {
	return func(family string, characters []rune, paths []string) ([][]byte, []string, error) {
		wanted := fontfind.Wanted{Family: family, Characters: characters}
		for _, path := range paths {
			if !filepath.IsAbs(path) {
				path = filepath.Join(filepath.Dir(profile), path)
			}
			wanted.Paths = append(wanted.Paths, path)
		}
		cache, err := env.CacheDir()
		if err != nil {
			return nil, nil, err
		}
		found, err := fontfind.Find(wanted, filepath.Join(cache, "fonts"))
		if err != nil {
			return nil, nil, cli.Failed(err, "[layout.page] fonts are files or folders, relative to the profile")
		}
		return found.Files, found.Names, nil
	}
}

// reportFonts names the paths of [layout.page] fonts that lead to no font. They are an error
// only where a font of them is needed.
func reportFonts(env *cli.Env, profile *resume.Profile) {
	for _, path := range profile.Layout.Page.Fonts {
		if !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(profile.File), path)
		}
		if err := fontfind.Check(path); err != nil {
			env.PrintError(fmt.Errorf("layout.page.fonts: %w", err), "name TrueType or OpenType files, or folders of them, relative to the profile")
		}
	}
}

// readPhoto reads the picture that the profile names, relative to the profile.
func readPhoto(profile, path string) ([]byte, error) {
	const most = 4 << 20
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(profile), path)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, cli.UsageError("expected a JPEG file, relative to the profile", "layout.page.photo: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > most {
		return nil, cli.UsageError("save it smaller; 600 pixels are enough", "layout.page.photo: %s is not a file of at most 4 MB", path)
	}
	data, err := boundedfile.Read(path, most)
	if err == nil && !bytes.HasPrefix(data, []byte("\xff\xd8")) {
		return nil, cli.UsageError("save it as JPEG", "layout.page.photo: %s is not a JPEG file", path)
	}
	return data, err
}

// noteFonts returns a finder that also records the fonts that it finds.
func noteFonts(m *load.Sources, find render.FontFinder) render.FontFinder {
	if m.Fonts == nil {
		return find
	}
	return func(family string, characters []rune, paths []string) ([][]byte, []string, error) {
		files, names, err := find(family, characters, paths)
		for i, data := range files {
			name := fmt.Sprintf("font %d", i+1)
			if i < len(names) {
				name = names[i]
			}
			m.Fonts[name] = cli.HashOf(data)
		}
		return files, names, err
	}
}
