package main

import (
	"bytes"
	_ "embed"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
)

// profileSchema is made from the types of package resume; see TestSchemaIsInStep.
//
//go:embed schema/resume.schema.json
var profileSchema []byte

// schemaMark is in every version of the schema and in no other file.
const schemaMark = `"title": "resume.toml of ghresume"`

func newSchema(env *cli.Env) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of resume.toml, for editors",
		Long: `Print the JSON Schema (draft 2020-12) of resume.toml. Editors with a TOML extension
based on taplo complete and check the profile if its first line names the schema:

  #:schema ./resume.schema.json`,
		Example: `  ghresume schema -o resume.schema.json
  ghresume schema | jq '.properties | keys'`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return schemaRun(env, file) },
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write (default: stdout)")
	return cmd
}

func schemaRun(env *cli.Env, file string) error {
	if cli.IsStdout(file) {
		_, err := env.Stdout.Write(profileSchema)
		return err
	}
	_, old, err := atomicfile.Read(file)
	if err != nil {
		return err
	}
	if old != nil && !bytes.Contains(old, []byte(schemaMark)) {
		return cli.UsageError("choose another name, or remove it first", "%s: exists and is not a schema of ghresume", file)
	}
	changed, err := atomicfile.Write(atomicfile.File{Path: file, Data: profileSchema})
	if err != nil {
		return err
	}
	cli.ReportWritten(env, []string{file}, changed)
	fmt.Fprintf(env.Stderr, "hint: name it in the first line of the profile: #:schema ./%s\n", file)
	return nil
}
