package convert

import "github.com/ghresume/ghresume/resume"

// isYAMLResume recognizes the files of https://yamlresume.dev, also written as JSON.
func isYAMLResume(s *source) bool { return s.tree.child("content").has("basics") }

// readYAMLResume reads JSON Resume's sections one level down; a role without an end is
// current there.
func readYAMLResume(in *reader, s *source) error {
	root := in.object("", s.tree)
	content := root.child("content")
	basics := content.child("basics")
	basics.node.set("location", content.take("location"))
	basics.node.set("profiles", content.take("profiles"))
	in.basics(basics)
	in.jsonSections(content)
	in.otherSections(content)
	for i := range in.profile.Experience {
		setPresent(&in.profile.Experience[i].Start, &in.profile.Experience[i].End, in.isOpen("experience", i))
	}
	for i := range in.profile.Volunteering {
		setPresent(&in.profile.Volunteering[i].Start, &in.profile.Volunteering[i].End, in.isOpen("volunteering", i))
	}
	in.language(root.child("locale").raw("language"))
	root.ignore("locale", "layout", "layouts", "sections")
	root.rest()
	in.attach("")
	return nil
}

// setPresent sets a missing end to "present", but not one that could not be read.
func setPresent(start, end *resume.Date, unreadable bool) {
	if end.IsZero() && !start.IsZero() && !unreadable {
		*end = presentDate
	}
}

func (in *reader) isOpen(list string, i int) bool {
	for _, path := range in.openEnds {
		if path == indexed(list, i) {
			return true
		}
	}
	return false
}
