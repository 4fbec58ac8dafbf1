package convert

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"2021": "2021", "2021-03": "2021-03", "2021-03-15": "2021-03-15", "2008-01-02T00:00:00.000Z": "2008-01-02",
		"06/2008": "2008-06", "2012/06": "2012-06", "2010-5": "2010-05", "2004.01": "2004-01", "1/2012": "2012-01",
		"15.03.2020": "2020-03-15", "03/15/2020": "2020-03-15", "2020/03/15": "2020-03-15",
		"Jan 2016": "2016-01", "March 2003": "2003-03", "Sept. 2019": "2019-09", "May 5th, 2020": "2020-05-05", "5 May 2020": "2020-05-05",
		"März 2019": "2019-03", "Jänner 2019": "2019-01", "Okt. 2018": "2018-10", "3. Mai 2017": "2017-05-03",
		"enero de 2015": "2015-01", "ago. 2015": "2015-08", "setiembre 2012": "2012-09",
		"févr. 2020": "2020-02", "août 2011": "2011-08", "déc. 2011": "2011-12", "juin 2010": "2010-06", "juil. 2010": "2010-07",
		"gennaio 2014": "2014-01", "giu 2014": "2014-06", "ott 2014": "2014-10",
		"mei 2013": "2013-05", "mrt. 2013": "2013-03", "augustus 2013": "2013-08",
		"styczeń 2012": "2012-01", "października 2012": "2012-10", "cze 2012": "2012-06", "lis 2012 r.": "2012-11",
		"março de 2011": "2011-03", "fev 2011": "2011-02", "dezembro de 2011": "2011-12", "out. 2011": "2011-10",
		"січень 2010": "2010-01", "листопада 2010 р.": "2010-11", "трав. 2010": "2010-05",
		"2013年10月": "2013-10", "2013年10月15日": "2013-10-15", "十月 2013": "2013-10",
		"2013-10（1年3个月）": "2013-10", "2018-02 (2 years 3 months)": "2018-02",
		"Jan '16": "2016-01", "Oct '98": "1998-10",
		"Current": "present", "Present": "present", "now": "present", "heute": "present", "至今": "present", "actualidad": "present", "aujourd'hui": "present", "obecnie": "present", "atual": "present", "oggi": "present", "heden": "present", "дотепер": "present",
		// Less exact than written: the day or the season is lost, and this is reported.
		"2024-09-31": "2024-09 rough", "Summer 2003": "2003 rough", "Fall 2022": "2022 rough", "Q3 2019": "2019 rough", "ca. 1999": "1999 rough", "1998 (circa)": "1998 rough", "04/05/2020": "2020 rough", "Herbst 2001": "2001 rough", "30.02.2020": "2020-02 rough",
		"2004 (expected)": "2004 expected", "Expected May 2027": "2027-05 expected", "voraussichtlich 2027": "2027 expected",
	} {
		got := ""
		if m := readDate(text); m.ok {
			got = m.date.String()
			if m.rough {
				got += " rough"
			}
			if m.expected {
				got += " expected"
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestReadDateNeverGuesses(t *testing.T) {
	for _, text := range []string{"", "soon", "a while ago", "2019-13", "12", "May", "2019 2020", "99/99/2020", "0000", "31.12", "1", "201", "20190", "2019-03-15-16", "2019-03-15 evening", "Mar 19", "three years", "May June 2020", "2019-20", "-", "3 years ago", "2020-00", "2020 present"} {
		if m := readDate(text); m.ok {
			t.Errorf("%q was read as %v", text, m.date)
		}
	}
}

func TestReadSpan(t *testing.T) {
	for text, want := range map[string]string{
		"Mar 2021 - Present": "2021-03 present", "March 2021 – May 2022": "2021-03 2022-05", "2014-2016": "2014 2016", "2014 — 2016": "2014 2016",
		"August 2012 to May 2016": "2012-08 2016-05", "01/2012-12/2013": "2012-01 2013-12", "2012-01 - 2013-12": "2012-01 2013-12",
		"2012.01-2013.12": "2012-01 2013-12", "2012年1月至2013年12月": "2012-01 2013-12", "2012年1月-至今": "2012-01 present", "2012年1月至今": "2012-01 present",
		"seit 2019": "2019 present", "since Jan 2019": "2019-01 present", "desde 2019": "2019 present", "2019 – ": "2019 present",
		"von März 2019 bis heute": "2019-03 present", "de enero de 2015 a marzo de 2016": "2015-01 2016-03", "od 2012 do 2014": "2012 2014", "з 2012 до 2014": "2012 2014",
		"2020": " 2020", "Fall 2022": " 2022", "janv. 2019 à aujourd'hui": "2019-01 present", "Jan 2010 - Feb 2011 (1 yr 2 mos)": "2010-01 2011-02",
		"gennaio 2014 - in corso": "2014-01 present", "2019 - someday": "", "2019-14": "", "sempre in corso": "",
	} {
		got := ""
		if start, end, ok := readSpan(text); ok {
			got = start.date.String() + " " + end.date.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// FuzzDate checks what readDate promises: the year is in the text.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{"Jan 2016", "2013-10（1年3个月）", "04/05/2020", "'19", "Q3 2019 - now", "5 Jan 2020 to 7 Feb 2021"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		start, end, _ := readSpan(text)
		for _, m := range []moment{readDate(text), start, end} {
			if year := fmt.Sprintf("%02d", m.date.Year%100); m.ok && !m.date.Present && !strings.Contains(text, year) && isASCII(text) {
				t.Errorf("%q was read as %v", text, m.date)
			}
		}
	})
}

func isASCII(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return r > 127 }) < 0
}
