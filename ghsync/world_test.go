package ghsync_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/internal/racing"
	"github.com/ghresume/ghresume/resume"
)

// moving is an account on GitHub that changes between reads.
type moving struct {
	githubtest.Account
	*rand.Rand
	now  time.Time
	next int // number of the next name
	ids  int // number of the last repository
}

// change is one thing that happens there.
type change struct {
	name string
	do   func(*moving)
}

var changes = []change{
	{"a push", func(m *moving) {
		r := m.own()
		r.PushedAt, r.UpdatedAt = m.now, m.now
		r.Languages = map[string]int64{"Go": int64(1000 + m.IntN(5000)), "Shell": int64(m.IntN(50) + 1)}
		r.Files = map[string]string{"go.mod": fmt.Sprintf("module x\n\nrequire github.com/spf13/cobra v1.%d.0\n", m.IntN(9))}
	}},
	{"stars", func(m *moving) {
		r := m.any()
		r.Stars = max(0, r.Stars+m.IntN(20)-5)
	}},
	{"a new repository", func(m *moving) {
		m.next++
		m.add(githubtest.Repository{Name: fmt.Sprintf("busy/new-%d", m.next), CreatedAt: m.now, PushedAt: m.now,
			Languages: map[string]int64{"Rust": 10}, Stars: m.IntN(9)})
	}},
	{"a deleted repository", func(m *moving) { m.remove(m.any()) }},
	{"a new name", func(m *moving) { m.rename(m.any(), "") }},
	{"given away", func(m *moving) { m.rename(m.own(), "others") }},
	{"made private", func(m *moving) { m.any().Private = true }},
	{"made public", func(m *moving) {
		for i := range m.Repositories {
			m.Repositories[i].Private = false
		}
	}},
	{"archived", func(m *moving) { m.any().Archived = m.IntN(2) == 0 }},
	{"a new description", func(m *moving) { m.any().Description = fmt.Sprint("Words ", m.IntN(99)) }},
	{"a merge", func(m *moving) {
		m.next++
		m.PullRequests = append(m.PullRequests, githubtest.PullRequest{Repository: m.foreign().Name, Number: 10_000 + m.next, Title: "Mend it", MergedAt: m.now, Additions: 5})
	}},
	{"a first merge elsewhere", func(m *moving) {
		m.next++
		name := fmt.Sprintf("far/away-%d", m.next)
		m.add(githubtest.Repository{Name: name, Organization: true, Stars: 7, PushedAt: m.now})
		m.PullRequests = append(m.PullRequests, githubtest.PullRequest{Repository: name, Number: 1, Title: "Add it", MergedAt: m.now, Role: "COLLABORATOR"})
	}},
	{"a release", func(m *moving) {
		r := m.own()
		r.Releases = append([]githubtest.Release{{Tag: fmt.Sprint("v", m.IntN(1000)), At: m.now, Downloads: m.IntN(500)}}, r.Releases...)
	}},
	{"other pins", func(m *moving) { m.Pinned = []string{m.own().Name, m.own().Name} }},
	{"another profile", func(m *moving) { m.Bio, m.Location = fmt.Sprint("Bio ", m.IntN(99)), fmt.Sprint("Town ", m.IntN(9)) }},
	{"reviews", func(m *moving) { m.Reviews, m.Answers = m.Reviews+m.IntN(9), m.Answers+m.IntN(3) }},
	{"hidden from searches", func(m *moving) { m.Unsearchable = !m.Unsearchable }},
	{"deleted and made again", func(m *moving) {
		m.next++
		r := m.own()
		again := githubtest.Repository{Name: r.Name, CreatedAt: m.now, PushedAt: m.now, Languages: map[string]int64{"Zig": 7}}
		m.remove(r)
		m.add(again)
	}},
	{"a foreign repository deleted and made again", func(m *moving) {
		m.next++
		r := m.foreign()
		again := githubtest.Repository{Name: r.Name, Organization: true, PushedAt: m.now}
		m.remove(r)
		m.add(again)
	}},
	{"given to the user", func(m *moving) { m.rename(m.foreign(), "busy") }},
	{"taken back", func(m *moving) {
		for i := range m.Repositories {
			if r := &m.Repositories[i]; len(r.Formerly) > 0 && strings.HasPrefix(r.Formerly[0], "busy/") && !strings.HasPrefix(r.Name, "busy/") {
				m.rename(r, "busy")
				return
			}
		}
	}},
	{"another license, topics and default branch", func(m *moving) {
		r := m.own()
		r.License, r.Branch, r.Topics, r.UpdatedAt = []string{"MIT", "", "Apache-2.0"}[m.IntN(3)], fmt.Sprint("trunk-", m.IntN(9)), []string{fmt.Sprint("topic-", m.IntN(9))}, m.now
	}},
	{"stars lost", func(m *moving) { m.any().Stars = 0 }},
	{"an old merge comes to light", func(m *moving) {
		m.next++
		m.PullRequests = append(m.PullRequests, githubtest.PullRequest{Repository: m.foreign().Name, Number: 20_000 + m.next, Title: "Of old", MergedAt: m.now.AddDate(-1, 0, -m.IntN(300)), Additions: 3})
	}},
	{"a foreign repository is pinned", func(m *moving) { m.Pinned = []string{m.foreign().Name, m.own().Name} }},
	{"no pins", func(m *moving) { m.Pinned = nil }},
	{"other accounts", func(m *moving) {
		m.Social = []githubtest.Social{{Provider: "GENERIC", URL: fmt.Sprint("https://a.example/", m.IntN(9))}}
	}},
	{"issues and answers", func(m *moving) { m.Issues, m.Answers = m.IntN(9), m.IntN(9) }},
	{"a push elsewhere", func(m *moving) {
		r := m.foreign()
		r.PushedAt, r.UpdatedAt, r.History = m.now, m.now, r.History+1
		r.Languages = map[string]int64{"C": int64(1000 + m.IntN(5000)), "Lua": int64(m.IntN(50) + 1)}
		r.Files = map[string]string{"package.json": fmt.Sprintf(`{"dependencies": {"react": "1.%d.0"}}`, m.IntN(9))}
	}},
	{"a fork", func(m *moving) {
		m.next++
		m.add(githubtest.Repository{Name: fmt.Sprintf("busy/fork-%d", m.next), Fork: true, CreatedAt: m.now, PushedAt: m.now,
			Commits: []githubtest.Commits{{Year: 2021, Count: 9}}, History: 900})
	}},
	{"forks leave their network", func(m *moving) {
		for i := range m.Repositories {
			m.Repositories[i].Fork = false
		}
	}},
	{"imported with its history", func(m *moving) {
		m.next++
		m.add(githubtest.Repository{Name: fmt.Sprintf("busy/import-%d", m.next), CreatedAt: m.now, PushedAt: m.now,
			Commits: []githubtest.Commits{{Year: 2019, Count: 40}, {Year: 2024, Count: 7}}, History: 47})
	}},
	{"old commits are pushed", func(m *moving) {
		r := m.own()
		if r.Empty || r.Fork {
			return
		}
		r.PushedAt, r.UpdatedAt, r.History = m.now, m.now, r.History+6
		r.Commits = append(slices.Clone(r.Commits), githubtest.Commits{Year: 2017 + m.IntN(6), Count: 6})
	}},
	{"an organization is joined or left", func(m *moving) {
		if m.Unsearchable { // a private profile hides organizations: what was known is kept
			return
		}
		m.Organizations = [][]string{{"others"}, {}, {"others", "far"}}[m.IntN(3)]
	}},
	{"another license, topics and releases elsewhere", func(m *moving) {
		r := m.foreign()
		r.License, r.Topics, r.UpdatedAt = []string{"MIT", "", "Apache-2.0"}[m.IntN(3)], []string{fmt.Sprint("topic-", m.IntN(9))}, m.now
		r.Releases = append([]githubtest.Release{{Tag: fmt.Sprint("v", m.IntN(1000)), At: m.now, Downloads: m.IntN(500)}}, r.Releases...)
	}},
	{"an empty repository", func(m *moving) {
		m.next++
		m.add(githubtest.Repository{Name: fmt.Sprintf("busy/empty-%d", m.next), Empty: true, CreatedAt: m.now, PushedAt: m.now})
	}},
	{"empty repositories are filled", func(m *moving) {
		for i := range m.Repositories {
			if r := &m.Repositories[i]; r.Empty {
				r.Empty, r.PushedAt, r.UpdatedAt = false, m.now, m.now
				r.Languages, r.Commits, r.History = map[string]int64{"Go": 5}, []githubtest.Commits{{Year: 2020, Count: 3}}, 3
			}
		}
	}},
	{"an owner has another name", func(m *moving) {
		m.next++
		owner, _, _ := strings.Cut(m.foreign().Name, "/")
		renamed := fmt.Sprint(owner, "-", m.next)
		m.Organizations = slices.Clone(m.Organizations)
		for i, name := range m.Organizations {
			if name == owner {
				m.Organizations[i] = renamed
			}
		}
		for i := range m.Repositories {
			if r := &m.Repositories[i]; strings.HasPrefix(r.Name, owner+"/") {
				m.rename(r, renamed)
			}
		}
	}},
	{"another one under an old name", func(m *moving) {
		r := m.any()
		name, isOfOrganization := r.Name, r.Organization
		m.rename(r, "")
		m.next++
		m.add(githubtest.Repository{Name: name, Organization: isOfOrganization, CreatedAt: m.now, PushedAt: m.now, Stars: 2})
	}},
	{"two swap their names", func(m *moving) {
		a, b := m.own(), m.own()
		for i := range m.Pinned {
			switch m.Pinned[i] {
			case a.Name:
				m.Pinned[i] = b.Name
			case b.Name:
				m.Pinned[i] = a.Name
			}
		}
		a.Name, b.Name = b.Name, a.Name
	}},
	{"switched off, or on again", func(m *moving) {
		r := m.own()
		r.Disabled = !r.Disabled
	}},
	{"a release is withdrawn", func(m *moving) {
		r := m.own()
		r.Releases = r.Releases[min(1, len(r.Releases)):]
	}},
	{"commits", func(m *moving) {
		for i := range m.Repositories {
			if c := m.Repositories[i].Commits; len(c) > 0 && c[0].Year == 2026 && m.IntN(4) == 0 {
				m.Repositories[i].Commits = slices.Clone(c)
				m.Repositories[i].Commits[0].Count++
			}
		}
	}},
}

// own returns a repository of the account, foreign someone else's, any either.
func (m *moving) own() *githubtest.Repository {
	return m.pick(func(name string) bool { return strings.HasPrefix(name, "busy/") })
}
func (m *moving) foreign() *githubtest.Repository {
	return m.pick(func(name string) bool { return !strings.HasPrefix(name, "busy/") })
}
func (m *moving) any() *githubtest.Repository { return m.pick(func(string) bool { return true }) }

func (m *moving) pick(of func(name string) bool) *githubtest.Repository {
	for {
		if r := &m.Repositories[m.IntN(len(m.Repositories))]; of(r.Name) {
			return r
		}
	}
}

// add adds a repository with an ID that no other had.
func (m *moving) add(r githubtest.Repository) {
	m.ids++
	r.ID = fmt.Sprint("R_world", m.ids)
	m.Repositories = append(m.Repositories, r)
}

func (m *moving) remove(r *githubtest.Repository) {
	name := r.Name
	m.Repositories = slices.DeleteFunc(m.Repositories, func(r githubtest.Repository) bool { return r.Name == name })
	m.PullRequests = slices.DeleteFunc(m.PullRequests, func(p githubtest.PullRequest) bool { return p.Repository == name })
	m.Pinned = slices.DeleteFunc(m.Pinned, func(pinned string) bool { return pinned == name })
}

// rename gives a repository a new name, and perhaps a new owner.
func (m *moving) rename(r *githubtest.Repository, owner string) {
	m.next++
	was, old := r.Name, strings.Split(r.Name, "/")[0]
	if owner == "" {
		owner = old
	}
	r.Formerly, r.Name = append(r.Formerly, was), fmt.Sprintf("%s/renamed-%d", owner, m.next)
	for i := range m.PullRequests {
		if m.PullRequests[i].Repository == was {
			m.PullRequests[i].Repository = r.Name
		}
	}
	for i := range m.Pinned {
		if m.Pinned[i] == was {
			m.Pinned[i] = r.Name
		}
	}
}

// copied returns a copy of the current state, for the server.
func (m *moving) copied() githubtest.Account {
	a := m.Account
	a.Repositories, a.PullRequests, a.Pinned = slices.Clone(a.Repositories), slices.Clone(a.PullRequests), slices.Clone(a.Pinned)
	for i := range a.PullRequests {
		p := &a.PullRequests[i]
		if owner, _, _ := strings.Cut(p.Repository, "/"); p.Role == "" && slices.Contains(a.Organizations, owner) {
			p.Role = "MEMBER"
		}
	}
	for i := range a.Repositories {
		a.Repositories[i].Formerly = slices.Clone(a.Repositories[i].Formerly)
	}
	return a
}

// truth returns what a resume is made of, without how it was read, and without what a
// first read does not request because it is not printed.
func truth(t *testing.T, s, fresh *resume.Snapshot) string {
	t.Helper()
	sums := map[string]int{}
	out := *s
	out.TakenAt, out.FullAt, out.ProfileAt, out.Turns, out.Unsearched = time.Time{}, time.Time{}, time.Time{}, nil, 0
	for _, span := range s.Commits {
		for id, n := range span.Commits {
			sums[id] += n
		}
	}
	out.Commits, out.Cut = []resume.CommitSpan{{Commits: sums}}, nil
	out.Repositories = slices.Clone(s.Repositories)
	for i := range out.Repositories {
		r := &out.Repositories[i]
		same := slices.IndexFunc(fresh.Repositories, func(f resume.Repository) bool { return f.ID == r.ID })
		if same >= 0 && fresh.Repositories[same].Downloads == nil {
			r.Downloads = nil
		}
		if same >= 0 && fresh.Repositories[same].Commits == nil {
			r.Commits = nil // it was read as someone else's for a while
		}
		if r.Disabled { // what is known about its files is kept
			r.Facts, r.FilesAt = nil, time.Time{}
		}
	}
	data, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestRefreshesFollowTheWorld: an account is refreshed while GitHub changes, loses, hides
// and renames things: after each change the snapshot equals that of a first read. The
// nightly job, which has the most time, looks at the most worlds.
func TestRefreshesFollowTheWorld(t *testing.T) {
	worlds, steps := 8, 24
	switch {
	case testing.Short():
		worlds, steps = 2, 8
	case racing.Detector:
		worlds = 12
	}
	for seed := range worlds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			m := &moving{Account: big(30, 25, 6), Rand: rand.New(rand.NewPCG(uint64(seed), 7)), now: now}
			m.Organizations = []string{"others"} // whose repositories are read completely
			for i := range m.Repositories {
				m.ids++
				m.Repositories[i].ID = fmt.Sprint("R_world", m.ids)
				if m.Repositories[i].History = 280; i%4 == 0 {
					m.Repositories[i].Commits = []githubtest.Commits{{Year: 2026, Count: 280}} // until October
				}
			}
			server := start(t, m.copied())
			config := ghsync.SpeedUp(at(server, githubtest.Token), 1000)
			s := read(t, config, m.now, nil)
			var story []string
			for range steps {
				m.now = m.now.Add(time.Hour)
				for range 1 + m.IntN(2) {
					c := changes[m.IntN(len(changes))]
					c.do(m)
					story = append(story, c.name)
				}
				if m.IntN(4) == 0 { // GitHub once answers with the state before the change
					s = read(t, config, m.now, s)
				}
				server.Set(m.copied())
				s = read(t, config, m.now, s)
				fresh := read(t, config, m.now, nil)
				if m.Unsearchable { // what a search counted before is kept
					fresh.Activity.Reviews, fresh.Activity.Issues = s.Activity.Reviews, s.Activity.Issues
				}
				if got, want := truth(t, s, fresh), truth(t, fresh, fresh); got != want {
					t.Fatalf("after %s: %s", strings.Join(story, ", "), firstDifference(got, want))
				}
				server.Reset()
			}
		})
	}
}

func read(t *testing.T, config ghsync.Config, now time.Time, old *resume.Snapshot) *resume.Snapshot {
	t.Helper()
	s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "busy", Now: now, Old: old})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
