package produce

import (
	"fmt"
	"os"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/skill"
)

// tailor fits a resume to a posting, if there is one.
func (o *Printing) tailor(env *cli.Env, full *resume.Resume, job string, catalog *skill.Catalog) (*resume.Resume, error) {
	if job == "" {
		return full, nil
	}
	posting, err := ReadPosting(env, job, catalog)
	if err != nil {
		return nil, err
	}
	tailored, reasons := match.Tailor(full, posting, catalog)
	if len(reasons) == 0 && len(posting.Skills) > 0 {
		fmt.Fprintln(env.Stderr, "ghresume: the posting changes nothing: everything that it asks for and that the profile has already comes first")
	}
	if o.Explain {
		for _, reason := range reasons {
			fmt.Fprintf(env.Stderr, "ghresume: %s: %s\n", reason.Entry, reason.Why)
		}
	}
	return tailored, nil
}

// ReadPosting reads a posting from a file, or from stdin for "-".
func ReadPosting(env *cli.Env, path string, catalog *skill.Catalog) (*match.Posting, error) {
	if info, err := os.Stat(path); path != "-" && err == nil && info.IsDir() {
		return nil, cli.UsageError(hint.Hint("name the file: "+path+"/*.txt"), "%s is a folder", path)
	}
	data, err := cli.ReadFileOrStdin(env, path, match.MaxSize)
	if err != nil {
		return nil, err
	}
	text, err := match.ExtractText(data)
	if err != nil {
		return nil, cli.UsageError("save the posting as text, HTML, PDF or DOCX", "%s: %w", path, err)
	}
	posting := match.ParsePosting(text, catalog)
	if len(posting.Skills) == 0 {
		fmt.Fprintf(env.Stderr, "ghresume: %s names no known technology\nhint: is this the posting? skills.toml next to the profile adds technologies\n", path)
	}
	return posting, nil
}
