package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// sortFindings puts findings in the order of the file. A finished file has no positions:
// its order is the one in which a resume is read.
func sortFindings(found []Finding) {
	slices.SortStableFunc(found, func(a, b Finding) int {
		order := cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Repository, b.Repository),
		)
		if order == 0 && a.Position.Line == 0 {
			order = compareFields(a.Field, b.Field)
		}
		return cmp.Or(order, cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// readFirst lists the parts that precede the sections, and those of an entry in its head.
var readFirst = []string{"name", "title", "degree", "company", "institution", "location", "email", "phone", "links", "start", "end"}

// compareFields compares the places of two fields, such as "experience[1].highlights[2]".
func compareFields(a, b string) int {
	return slices.CompareFunc(strings.FieldsFunc(a, isFieldMark), strings.FieldsFunc(b, isFieldMark), func(a, b string) int {
		i, err := strconv.Atoi(a)
		j, other := strconv.Atoi(b)
		if err == nil && other == nil {
			return cmp.Compare(i, j)
		}
		return cmp.Or(cmp.Compare(fieldRank(a), fieldRank(b)), cmp.Compare(a, b))
	})
}

func isFieldMark(c rune) bool { return strings.ContainsRune("[].", c) }

// fieldRank returns where a part of a resume is read: the header, the sections in their
// order, then everything else.
func fieldRank(part string) int {
	if i := slices.Index(readFirst, part); i >= 0 {
		return i
	}
	kinds := resume.SectionKinds()
	if i := slices.Index(kinds, resume.SectionKind(part)); i >= 0 {
		return len(readFirst) + i
	}
	return len(readFirst) + len(kinds)
}
