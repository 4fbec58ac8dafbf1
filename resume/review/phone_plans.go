package review

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
)

//go:embed phone_plans.txt
var phonePlans string

// phonePlan describes the valid numbers of a region.
type phonePlan struct {
	region, code string
	// prefix is dialed only within the region; transform gives what it stands for.
	prefix    *regexp.Regexp
	transform string
	// lengths of a number without its code.
	lengths []int
	// general is the pattern of all numbers, valid that of the assigned ranges.
	general, valid *regexp.Regexp
}

// plansOf returns the plans of the regions that share a calling code, the main one first.
func plansOf(code string) (plans []phonePlan) {
	for line := range strings.Lines(phonePlans) {
		if strings.HasPrefix(line, code+"\t") {
			plans = append(plans, readPlan(line))
		}
	}
	return plans
}

// planOf returns the plan of a region, by its ISO code.
func planOf(region string) (phonePlan, bool) {
	for line := range strings.Lines(phonePlans) {
		if fields := strings.Split(line, "\t"); len(fields) > 1 && fields[1] == region {
			return readPlan(line), true
		}
	}
	return phonePlan{}, false
}

// readPlan parses a line of phone_plans.txt. Its test reads all of them.
func readPlan(line string) phonePlan {
	f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
	p := phonePlan{code: f[0], region: f[1], transform: f[3], general: whole(f[5]), valid: whole(f[6])}
	if f[2] != "" {
		p.prefix = regexp.MustCompile("^(?:" + f[2] + ")")
	}
	for length := range strings.SplitSeq(f[4], ",") {
		n, _ := strconv.Atoi(length) // the file is part of the package
		p.lengths = append(p.lengths, n)
	}
	return p
}

func whole(expression string) *regexp.Regexp { return regexp.MustCompile("^(?:" + expression + ")$") }
