package convert

import (
	"encoding/csv"
	"slices"
	"strings"
)

// linkedInColumns lists the columns of LinkedIn's tables in the order of the export,
// current and former.
var linkedInColumns = map[string][]string{
	"profile": {
		"first name,last name,maiden name,address,birth date,headline,summary,industry,zip code,geo location,twitter handles,websites,instant messengers",
		"first name,last name,maiden name,address,birth date,contact instructions,headline,summary,industry,zip code,geo location,twitter handles,websites,instant messengers",
		"first name,last name,maiden name,address,birth date,contact instructions,headline,summary,industry,country,zip code,geo location,twitter handles,websites,instant messengers",
	},
	"profile summary": {"profile summary"},
	"email addresses": {"email address,confirmed,primary,updated on"},
	"phonenumbers":    {"extension,number,type"},
	"phone numbers":   {"extension,number,type"},
	"positions":       {"company name,title,description,location,started on,finished on"},
	"education":       {"school name,start date,end date,notes,degree name,activities"},
	"skills":          {"name"},
	"languages":       {"name,proficiency"},
	"certifications":  {"name,url,authority,started on,finished on,license number"},
	"projects":        {"title,description,url,started on,finished on", "title,description,url,start date,end date"},
	"publications":    {"name,published on,description,publisher,url"},
	"honors":          {"title,description,issued on", "title,description,issuer,issue date"},
	"volunteering":    {"company name,role,cause,started on,finished on,description"},
	"courses":         {"name,number"},
	"organizations":   {"name,description,position,started on,finished on"},
	"patents":         {"title,description,patent number,application number,issued on,url"},
	"test scores":     {"name,description,score,date on"},
}

// linkedInTable returns the name of LinkedIn's table that a text is, or "". Notes may
// precede its header.
func linkedInTable(text string) string {
	r := newTableReader(text)
	for range 5 {
		record, err := r.Read()
		if err != nil {
			return ""
		}
		cells := columnNames(record)
		for name, orders := range linkedInColumns {
			for _, order := range orders {
				known := strings.Split(order, ",")
				if len(cells) == len(known) && !slices.ContainsFunc(cells, func(c string) bool { return !slices.Contains(known, c) }) ||
					len(cells) > 2 && len(known) > 2 && slices.Equal(cells[:3], known[:3]) {
					return name
				}
			}
		}
	}
	return ""
}

// newTableReader reads a table, with the separator that its header line uses.
func newTableReader(text string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	if header := headerLine(text); strings.Count(header, ";") > strings.Count(header, ",") {
		r.Comma = ';'
	} else if strings.Count(header, "\t") > strings.Count(header, ",") {
		r.Comma = '\t'
	}
	return r
}

// headerLine returns the first line that names columns; notes are prose before an empty
// line.
func headerLine(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.HasPrefix(strings.ToLower(text), "notes:") {
		_, after, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
		text = strings.TrimLeft(after, "\n")
	}
	line, _, _ := strings.Cut(text, "\n")
	return line
}

func columnNames(record []string) []string {
	var out []string
	for _, cell := range record {
		out = append(out, strings.ToLower(strings.TrimSpace(cell)))
	}
	return out
}

// isTable reports whether the first lines of a text have the same number of columns, at
// least three.
func isTable(text string) bool {
	r := newTableReader(text)
	width := 0
	for range 2 {
		record, err := r.Read()
		if err != nil || len(record) < 3 || width != 0 && len(record) != width || strings.ContainsAny(record[0], ":{") {
			return false
		}
		width = len(record)
	}
	return true
}

func columnsOf(text string) []string {
	record, _ := newTableReader(text).Read()
	return record
}

// byOrder names the columns of a table with a header in another language by their order,
// if their number is right.
func byOrder(table string, header []string) (columns []string, isForeign bool) {
	cells := columnNames(header)
	for _, order := range linkedInColumns[table] {
		known := strings.Split(order, ",")
		named := 0
		for _, cell := range cells {
			if slices.Contains(known, cell) {
				named++
			}
		}
		if len(known) == len(cells) && 2*named <= len(cells) {
			return known, true
		}
	}
	return cells, false
}
