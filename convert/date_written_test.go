package convert

import (
	"strings"
	"testing"
)

// writtenDates are dates and spans as people write them in resumes, and their meaning:
// "start to end"; a single date is an end. ~ means rounded, + in the future, -
// undecidable.
const writtenDates = `
en | Sept 2019 – Present | 2019-09 to present
en | Sep. 2019 - Mar. 2021 | 2019-09 to 2021-03
en | September 1, 2019 – March 31, 2021 | 2019-09-01 to 2021-03-31
en | 1st June 2018 - 30th June 2019 | 2018-06-01 to 2019-06-30
en | Jun 2018 -- Aug 2018 | 2018-06 to 2018-08
en | 06/2018 - 08/2018 | 2018-06 to 2018-08
en | 6/18/2018 - 8/20/2018 | 2018-06-18 to 2018-08-20
en | 2018/06 ~ 2018/08 | 2018-06 to 2018-08
en | 2010-5 | 2010-05
en | 2004.01 | 2004-01
en | Spring 2013 | 2013~
en | Spring 2013 – Fall 2014 | 2013~ to 2014~
en | Q1 2021 – Q3 2022 | 2021~ to 2022~
en | H2 2020 | 2020~
en | June 2021 - till date | 2021-06 to present
en | June 2021 to date | 2021-06 to present
en | Jan 2020 – Until now | 2020-01 to present
en | Jan 2020 - up to now | 2020-01 to present
en | Jan 2020 – present day | 2020-01 to present
en | Since March 2022 | 2022-03 to present
en | from 2019 | 2019 to present
en | 2019 onwards | 2019 to present
en | 2019+ | -
en | Ongoing | present
en | May 2019 - Present (4 yrs 2 mos) | 2019-05 to present
en | 2019 to 2020 (1 year) | 2019 to 2020
en | Jan 2019 - Mar 2019 · 3 mos | 2019-01 to 2019-03
en | Jan 2019 - Mar 2019, 3 months | 2019-01 to 2019-03
en | June - August 2019 | 2019-06 to 2019-08
en | Jun–Aug 2019 | 2019-06 to 2019-08
en | 2004 (expected) | 2004+
en | Expected: May 2027 | 2027-05+
en | May 2027 (anticipated) | 2027-05+
en | Expected Graduation: June 2026 | 2026-06+
en | 2023 – 2027 (expected) | 2023 to 2027+
en | Class of 2016 | 2016
en | 2024-09-31 | 2024-09~
en | February 30, 2020 | 2020-02~
en | 29 February 2023 | 2023-02~
en | 2019-13 | -
en | 13/2019 | -
en | TBD | -
en | N/A | -
en | 2014-16 | 2014 to 2016
en | 2014–15 | 2014 to 2015
en | 2009-10 | 2009-10
en | '98 – '01 | 1998 to 2001
en | Dec '19 | 2019-12
en | early 2019 | 2019~
en | c. 2008 | -
en | 2017, 2018 | -
en | Thu Mar 05 2020 | 2020-03-05
en | 28 Aug 2014 00:00:00 GMT | 2014-08-28
en | 2020-03-15T10:00:00+02:00 | 2020-03-15
en | October, 2015 | 2015-10
en | Oct2015 | 2015-10
en | 201910 | -
en | 20191015 | -
de | März 2019 – heute | 2019-03 to present
de | seit 03/2019 | 2019-03 to present
de | seit März 2019 | 2019-03 to present
de | ab 2021 | 2021 to present
de | 01.04.2015 – 31.03.2018 | 2015-04-01 to 2018-03-31
de | 1. April 2015 bis 31. März 2018 | 2015-04-01 to 2018-03-31
de | 04/2015 bis 03/2018 | 2015-04 to 2018-03
de | 10.2012 - 09.2015 | 2012-10 to 2015-09
de | Okt. 2012 – Sept. 2015 | 2012-10 to 2015-09
de | Jän. 2012 | 2012-01
de | WS 2012/13 | 2012~ to 2013
de | SS 2014 | 2014~
de | Sommersemester 2014 | 2014~
de | Wintersemester 2012/2013 | 2012~ to 2013
de | Frühjahr 2016 | 2016~
de | Anfang 2016 | 2016~
de | 2016 bis dato | 2016 to present
de | Mai 2016 bis jetzt | 2016-05 to present
de | voraussichtlich März 2027 | 2027-03+
de | 31.04.2020 | 2020-04~
de | 2012–2015 (3 Jahre) | 2012 to 2015
es | enero 2015 - actualidad | 2015-01 to present
es | enero de 2015 – Actualmente | 2015-01 to present
es | ene. 2015 - dic. 2016 | 2015-01 to 2016-12
es | Ene 2015 – la actualidad | 2015-01 to present
es | marzo de 2018 hasta la fecha | 2018-03 to present
es | desde marzo de 2018 | 2018-03 to present
es | septiembre de 2012 a junio de 2014 | 2012-09 to 2014-06
es | 15 de marzo de 2018 | 2018-03-15
es | En curso | present
es | 2019 - en curso | 2019 to present
es | verano de 2011 | 2011~
es | otoño 2011 | 2011~
es | Hoy | present
es | 2026 (previsto) | 2026+
fr | janvier 2019 – aujourd’hui | 2019-01 to present
fr | janv. 2019 - déc. 2020 | 2019-01 to 2020-12
fr | de septembre 2016 à juin 2018 | 2016-09 to 2018-06
fr | depuis mars 2021 | 2021-03 to present
fr | Depuis 2021 | 2021 to present
fr | 2021 - en cours | 2021 to present
fr | mars 2021 à ce jour | 2021-03 to present
fr | Mars 2021 – Actuellement | 2021-03 to present
fr | 1er mars 2021 | 2021-03-01
fr | du 1er mars 2018 au 31 août 2018 | 2018-03-01 to 2018-08-31
fr | été 2015 | 2015~
fr | Juil. 2013 - Août 2013 | 2013-07 to 2013-08
fr | févr. 2014 | 2014-02
fr | 2027 (prévu) | 2027+
it | gennaio 2014 - in corso | 2014-01 to present
it | gen 2014 – presente | 2014-01 to present
it | da marzo 2016 ad oggi | 2016-03 to present
it | dal 2016 al 2018 | 2016 to 2018
it | dal 2016 | 2016 to present
it | dal 01/03/2016 al 30/09/2018 | 2016-03-01 to 2018-09-30
it | marzo 2016 – attualmente | 2016-03 to present
it | 10 maggio 2012 | 2012-05-10
it | estate 2010 | 2010~
nl | januari 2015 – heden | 2015-01 to present
nl | jan. 2015 tot heden | 2015-01 to present
nl | maart 2015 t/m mei 2017 | 2015-03 to 2017-05
nl | mrt 2015 - mei 2017 | 2015-03 to 2017-05
nl | sinds september 2018 | 2018-09 to present
nl | vanaf 2018 | 2018 to present
nl | okt 2018 - nu | 2018-10 to present
nl | zomer 2018 | 2018~
nl | 2015 tot op heden | 2015 to present
pl | styczeń 2015 – obecnie | 2015-01 to present
pl | od marca 2018 | 2018-03 to present
pl | od marca 2018 do teraz | 2018-03 to present
pl | 03.2018 – nadal | 2018-03 to present
pl | październik 2012 – czerwiec 2014 | 2012-10 to 2014-06
pl | 10.2012 – 06.2014 | 2012-10 to 2014-06
pl | wrz 2012 – gru 2013 | 2012-09 to 2013-12
pl | 2015 do chwili obecnej | 2015 to present
pl | lato 2011 | 2011~
pl | 1 lipca 2015 r. | 2015-07-01
pt | janeiro de 2015 – presente | 2015-01 to present
pt | jan/2015 - dez/2016 | 2015-01 to 2016-12
pt | jan. de 2015 - até o momento | 2015-01 to present
pt | março de 2018 até hoje | 2018-03 to present
pt | Março 2018 – Atual | 2018-03 to present
pt | Mar 2018 - Atualmente | 2018-03 to present
pt | desde maio de 2019 | 2019-05 to present
pt | 2019 - em andamento | 2019 to present
pt | set 2012 a out 2013 | 2012-09 to 2013-10
pt | verão de 2010 | 2010~
uk | січень 2015 – дотепер | 2015-01 to present
uk | з березня 2018 | 2018-03 to present
uk | березень 2018 – по теперішній час | 2018-03 to present
uk | вересень 2012 – червень 2014 | 2012-09 to 2014-06
uk | вер. 2012 – чер. 2014 | 2012-09 to 2014-06
uk | 2018 – до сьогодні | 2018 to present
uk | 15 травня 2017 р. | 2017-05-15
uk | літо 2017 | 2017~
zh | 2018年3月 - 至今 | 2018-03 to present
zh | 2018年3月至今 | 2018-03 to present
zh | 2018.03-至今 | 2018-03 to present
zh | 2018.03—2020.06 | 2018-03 to 2020-06
zh | 2018年03月—2020年06月 | 2018-03 to 2020-06
zh | 2018年3月到2020年6月 | 2018-03 to 2020-06
zh | 2018/03–现在 | 2018-03 to present
zh | 2018年 - 2020年 | 2018 to 2020
zh | 2018 年 3 月 1 日 | 2018-03-01
zh | 二〇一八年三月 | -
zh | 2013-10（1年3个月） | 2013-10
zh | 2018年夏 | 2018~
zh | 2027年6月（预计） | 2027-06+
zh | 2027年毕业 | 2027
`

func TestDatesAsWritten(t *testing.T) {
	for l := range strings.Lines(strings.TrimSpace(writtenDates)) {
		columns := strings.Split(strings.TrimSpace(l), " | ")
		language, text, want := columns[0], columns[1], columns[2]
		if got := readAsWritten(text); got != want {
			t.Errorf("%s: %q: got %q, want %q", language, text, got, want)
		}
	}
}

func readAsWritten(text string) string {
	start, end, ok := readSpan(text)
	switch {
	case !ok:
		return "-"
	case start.ok:
		return noted(start) + " to " + noted(end)
	}
	return noted(end)
}

func noted(m moment) string {
	text := m.date.String()
	if m.rough {
		text += "~"
	}
	if m.expected {
		text += "+"
	}
	return text
}
