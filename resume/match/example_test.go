package match_test

import (
	"fmt"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
)

func Example() {
	full := resume.BuildAll(&resume.Profile{Skills: map[string][]string{"Databases": {"Redis", "PostgreSQL"}}}, nil, nil)
	posting := match.ParsePosting("Developer\n\nRequirements\n- Postgres\n- Kafka", nil)

	report := match.NewInventory(nil, full, nil, nil).Cover(posting)
	fmt.Println(report.Percent, "%")

	tailored, reasons := match.Tailor(full, posting, nil)
	fmt.Println(tailored.Skills[0].Skills[0].Name)
	for _, reason := range reasons {
		fmt.Println(reason.Entry+":", reason.Why)
	}
	// Output:
	// 50 %
	// Postgres
	// first of Databases: PostgreSQL, as the posting requires it
	// skill PostgreSQL: written "Postgres" as the posting does
}
