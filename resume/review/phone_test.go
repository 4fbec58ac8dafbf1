package review

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"
)

const plansHead = `# The telephone numbers of the world: calling code, region, prefix within it, what that stands for, lengths, form, ranges in use.
# Written by go test ./resume/review -run PhonePlans -update from the metadata of libphonenumber, which is
# Copyright (C) 2009 The Libphonenumber Authors, under the Apache License 2.0.
`

// TestPhonePlans compares the plans with those of libphonenumber.
func TestPhonePlans(t *testing.T) {
	want := plansHead + plansText(t)
	if *update {
		if err := os.WriteFile("phone_plans.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile("phone_plans.txt"); err != nil || string(got) != want {
		t.Errorf("phone_plans.txt is not that of the module in use; go test ./resume/review -run PhonePlans -update writes it: %v", err)
	}
}

func plansText(t *testing.T) string {
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		t.Fatal(err)
	}
	plans := slices.SortedFunc(slices.Values(all.GetMetadata()), func(a, b *phonenumbers.PhoneMetadata) int {
		return cmp.Or(cmp.Compare(a.GetCountryCode(), b.GetCountryCode()), mainFirst(a, b), cmp.Compare(a.GetId(), b.GetId()))
	})
	text := ""
	for _, m := range plans {
		text += planText(m)
	}
	return text
}

// mainFirst orders the regions of a calling code.
func mainFirst(a, b *phonenumbers.PhoneMetadata) int {
	switch {
	case a.GetMainCountryForCode() == b.GetMainCountryForCode():
		return 0
	case a.GetMainCountryForCode():
		return -1
	}
	return 1
}

// planText returns one line of the file.
func planText(m *phonenumbers.PhoneMetadata) string {
	region := m.GetId()
	var lengths []string
	for _, n := range m.GetGeneralDesc().GetPossibleLength() {
		if n > 0 {
			lengths = append(lengths, fmt.Sprint(n))
		}
	}
	ranges := map[string]bool{}
	for _, d := range []*phonenumbers.PhoneNumberDesc{
		m.GetFixedLine(), m.GetMobile(), m.GetTollFree(), m.GetPremiumRate(), m.GetSharedCost(), m.GetPersonalNumber(), m.GetVoip(), m.GetPager(), m.GetUan(), m.GetVoicemail(),
	} {
		if p := d.GetNationalNumberPattern(); p != "" && p != "NA" {
			ranges[p] = true
		}
	}
	return strings.Join([]string{
		fmt.Sprint(m.GetCountryCode()), region, m.GetNationalPrefixForParsing(), m.GetNationalPrefixTransformRule(), strings.Join(lengths, ","),
		m.GetGeneralDesc().GetNationalNumberPattern(), strings.Join(slices.Sorted(maps.Keys(ranges)), "|"),
	}, "\t") + "\n"
}

// TestPhoneVerdicts checks that any number, however written, gets libphonenumber's
// verdict.
func TestPhoneVerdicts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	regions := slices.Sorted(maps.Keys(phonenumbers.GetSupportedRegions()))
	tried, wrong := 0, 0
	for range 8 {
		for _, region := range regions {
			text := randomPhone(random, region)
			tried++
			if got, want := verdict(text, region), libraryVerdict(text, region); got != want {
				if wrong++; wrong < 40 {
					t.Logf("%s in %s: %s, libphonenumber says %s", text, region, got, want)
				}
			}
		}
	}
	if wrong*1000 > tried {
		t.Errorf("%d of %d verdicts differ", wrong, tried)
	}
}

// randomPhone returns an example number as people write it, perhaps with wrong digits.
func randomPhone(random *rand.Rand, region string) string {
	types := []phonenumbers.PhoneNumberType{phonenumbers.FIXED_LINE, phonenumbers.MOBILE, phonenumbers.TOLL_FREE}
	n := phonenumbers.GetExampleNumberForType(region, types[random.IntN(len(types))])
	if n == nil {
		n = phonenumbers.GetExampleNumber(region)
	}
	formats := []phonenumbers.PhoneNumberFormat{phonenumbers.INTERNATIONAL, phonenumbers.NATIONAL, phonenumbers.E164}
	text := []byte(phonenumbers.Format(n, formats[random.IntN(len(formats))]))
	for range random.IntN(4) {
		i := random.IntN(len(text))
		switch {
		case text[i] < '0' || text[i] > '9' || i < 5:
		case random.IntN(3) == 0:
			text = slices.Delete(text, i, i+1)
		case random.IntN(3) == 0:
			text = slices.Insert(text, i, byte('0'+random.IntN(10)))
		default:
			text[i] = byte('0' + random.IntN(10))
		}
	}
	return string(text)
}

func verdict(text, region string) string {
	n, ok := parsePhone(text, region)
	switch {
	case !ok:
		return "none"
	case !n.isPossible():
		return "impossible"
	case !n.isGivenOut():
		return "not given out"
	}
	return "+" + n.plans[0].code + n.national
}

func libraryVerdict(text, region string) string {
	n, err := phonenumbers.Parse(text, region)
	switch {
	case err != nil:
		return "none"
	case phonenumbers.IsPossibleNumberWithReason(n) != phonenumbers.IS_POSSIBLE:
		return "impossible"
	case !phonenumbers.IsValidNumber(n):
		return "not given out"
	}
	return phonenumbers.Format(n, phonenumbers.E164)
}

func TestPhoneAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"+44 (0)20 7946 0958": "+442079460958", "0044 20 7946 0958": "+442079460958", "Tel: +44 20 7946-0958": "+442079460958",
		"020 7946 0958": "+442079460958", "44 20 7946 0958": "+442079460958", "+44 20 7946 0958 ext. 12": "+442079460958",
		"+1 800 FLOWERS": "+18003569377", "+٤٤ ٢٠ ٧٩٤٦ ٠٩٥٨": "+442079460958", "+47 22 12": "impossible", "+999 22": "none", "call me": "none", "+44 20 79ab 0958": "none",
	} {
		if got := verdict(text, "GB"); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"020 7946 0958": "+44 20 7946 0958", "(020) 79460958": "+44 20 79460958", "02079460958": "+44 2079460958"} {
		n, _ := parsePhone(text, "GB")
		if got := n.international(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
