// Package convert turns files of other tools into profiles. It gets bytes and
// gives a profile, what was doubtful, and what no profile can hold: it opens no
// file, asks no network and knows no clock.
package convert

import "github.com/ghresume/ghresume/resume"

var presentDate = resume.Date{Present: true}
