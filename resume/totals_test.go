package resume

import "testing"

func TestContributionTotalsCountWhatIsNotListed(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("[github.contributions]\nmax = 1\nexclude = [\"tiny/*\"]\n[[contributions]]\nrepo = \"big/one\""))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, account())
	want := ContributionTotals{
		Pulls: 82, Repositories: 2, Since: Date{Year: 2023},
		Proof: "https://github.com/search?q=is%3Apr+is%3Amerged+author%3Aada+-user%3Aada&type=pullrequests",
	}
	if r.ContributionTotals != want || len(r.Contributions) != 1 {
		t.Errorf("got %+v with %d listed, want %+v with 1", r.ContributionTotals, len(r.Contributions), want)
	}
	s := account()
	s.Contributions = s.Contributions[:1]
	if got := Build(nil, s).ContributionTotals; got != (ContributionTotals{}) {
		t.Errorf("one repository has totals: %+v", got)
	}
	s.Activity.Years = []int{2019, 2020, 2021, 2022, 2023}
	if got := Build(nil, s).ContributionTotals; got != (ContributionTotals{}) {
		t.Errorf("years alone are totals: %+v", got)
	}
	s.Activity.Reviews = ref(31)
	if got := Build(nil, s).ContributionTotals; got.Reviews.N != 31 || got.ActiveYears != 5 {
		t.Errorf("got %+v, want 31 reviews in 5 years", got)
	}
}

func TestContributionsStandByOwner(t *testing.T) {
	work := func(name string, merged, stars int) MergedWork {
		return MergedWork{Repository: name, URL: "https://github.com/" + name, Merged: merged, Stars: ref(stars), First: now, Last: now}
	}
	s := &Snapshot{TakenAt: now, Login: "ada", Contributions: []MergedWork{
		work("a/one", 1, 50_000), work("kube/api", 4, 10), work("b/two", 5, 10), work("kube/web", 3, 90_000), work("c/three", 1, 60_000),
	}}
	if got, want := contributionNames(Build(nil, s)), "kube/api kube/web b/two c/three a/one"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
