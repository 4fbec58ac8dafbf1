package match

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// choices are sentences with demands and the technologies of which one is enough: "|"
// joins the members, ";" separates the groups.
var choices = []struct{ sentence, groups string }{
	{"Strong knowledge of Java, Kotlin or Scala", "Java|Kotlin|Scala"},
	{"One systems language: Go, Rust, C++", "Go|Rust|C++"},
	{"Un framework tra Angular, React e Vue", "Angular|React|Vue.js"},
	{"Figma, Sketch, Adobe XD (any)", "Figma|Sketch|Adobe XD"},
	{"Airflow vs. Dagster: opinions on either", "Apache Airflow|Dagster"},
	{"React is our home, though Vue or Svelte people are welcome", "React|Vue.js|Svelte"},
	{"A web application: Go, PostgreSQL, React", ""},
	{"A script language (we like Python; Ruby is fine too)", "Python|Ruby"},
	{"Knows one of the clouds (AWS, Azure or GCP), uses Terraform, Docker and Kubernetes", "AWS|Azure|GCP"},
	{"No Java or Perl needed", ""},
	{"React, though Vue people are welcome", "React|Vue.js"},
	{"Svelte or React, Vue or whatever", "Svelte|React|Vue.js"},
	{"You know Java, Kotlin, or another JVM language", "Java|Kotlin"},
	{"Go and/or Rust in production", "Go|Rust"},
	{"Experience with AWS, GCP, or Azure, and with Terraform", "AWS|GCP|Azure"},
	{"Proficiency in one of: Python, Ruby, Go", "Python|Ruby|Go"},
	{"One or more of the following languages: Python, Ruby and Go", "Python|Ruby|Go"},
	{"Either Vue.js or React on the front end, plus Node.js on the back end", "Vue.js|React"},
	{"PostgreSQL (or MySQL) and Redis", "PostgreSQL|MySQL"},
	{"Kafka or equivalent, and Docker", ""},
	{"Kafka (or an equivalent), Docker", ""},
	{"Relational databases such as PostgreSQL, MySQL or similar", "PostgreSQL|MySQL"},
	{"Message brokers like RabbitMQ, Kafka, and NATS", "RabbitMQ|Kafka|NATS"},
	{"Tools such as Docker, Terraform and Jira", ""},
	{"HTML/CSS and JavaScript", ""},
	{"CI/CD with GitHub Actions or GitLab CI", "GitHub Actions|GitLab CI"},
	{"Experience with REST and/or GraphQL APIs", "REST|GraphQL"},
	{"Solid understanding of TCP/IP, HTTP and DNS", ""},
	{"You build or run services in AWS with Kubernetes", ""},
	{"Frontend or backend work with TypeScript and PostgreSQL", ""},
	{"Full-time or part-time: Python and Django", ""},
	{"Go, PostgreSQL and either Kafka or RabbitMQ", "Kafka|RabbitMQ"},
	{"Terraform/Pulumi and Ansible", "Terraform|Pulumi"},
	{"Cloud: AWS / GCP / Azure", "AWS|GCP|Azure"},
	{"React/Redux, Java/Spring Boot and Node.js/Express", ""},
	{"C/C++ on Linux", ""},
	{"JS/TS and PostgreSQL", "JavaScript|TypeScript"},
	{"Spark or Flink for streams, Airflow or Dagster for workflows", "Apache Spark|Apache Flink;Apache Airflow|Dagster"},
	{"CSS, HTML, Sass or Less", "Sass|Less"},
	{"Everyday tools such as Git, Jira, etc.", ""},
	{"The Spring family (Spring Framework, Spring Boot, Spring Cloud, etc.)", ""},
	{"AWS (EC2, S3, Lambda, …)", ""},
	{"Django, Django REST Framework, etc.", ""},
	{"Ervaring met een of meer van de volgende talen: Go, Rust, C#", "Go|Rust|C#"},
	{"Kenntnisse in einer oder mehreren Sprachen: Go, Rust, Java", "Go|Rust|Java"},
	{"An ORM (Hibernate, jOOQ, …)", "Hibernate|jOOQ"},
	{"Java or willingness to learn it, with Maven", ""},
	{"Python or R for data analysis", "Python|R"},
	{"Google Cloud (preferred) or AWS", "GCP|AWS"},
	{"MySQL, Postgres, or any other relational database", "MySQL|PostgreSQL"},
	{"Kubernetes (EKS or GKE)", "Amazon EKS|Google Kubernetes Engine"},
	{"Monitoring tools, e.g. Prometheus, Grafana or Datadog", "Prometheus|Grafana|Datadog"},
	{"Bash or another scripting language, and Linux", ""},
	{"React or Angular or Vue", "React|Angular|Vue.js"},
	{"Go as well as Python or Ruby", "Python|Ruby"},
	{"We do not mind whether you come from Java, C# or Go", "Java|C#|Go"},
	{"Docker plus one of AWS, GCP, Azure", "AWS|GCP|Azure"},
	{"Java & Spring or C# & .NET", ""},
	{"Python with Django or Flask", "Django|Flask"},
	{"PyTorch or JAX (TensorFlow also counts)", "PyTorch|JAX|TensorFlow"},
	{"Erfahrung mit Java oder einer anderen JVM-Sprache wie Kotlin bzw. Scala", "Java|Kotlin|Scala"},
	{"D3.js oder Mapbox, Rust bzw. WebAssembly", "D3.js|Mapbox;Rust|WebAssembly"},
	{"GoまたはRustの経験", "Go|Rust"},
	{"Angular ou un autre framework front (React, Vue.js), et Docker", "Angular|React|Vue.js"},
	{"AWS (preferible) o Azure", "AWS|Azure"},
	{"znajomość Kafka lub innego brokera (np. RabbitMQ, ActiveMQ)", "Kafka|RabbitMQ|ActiveMQ"},
	{"Any of the following: TensorRT, ONNX Runtime, Core ML", "TensorRT|ONNX|Core ML"},
	{"Go in Kubernetes or Nomad", "Kubernetes|Nomad"},
	{"Java or, even better, Kotlin", "Java|Kotlin"},
	{"Experience with React, Redux or similar", "React|Redux"},
	{"Experience with React and Redux or similar", ""},
	{"AWS or another cloud such as GCP", "AWS|GCP"},
	{"Java (Spring Boot or Quarkus) and Maven or Gradle", "Spring Boot|Quarkus;Maven|Gradle"},
	{"Docker, Python, AWS or GCP", "AWS|GCP"},
	{"Node.js, Python or Go", "Node.js|Python|Go"},
	{"AWS (S3, Lambda) or GCP", "AWS|GCP"},
	{"A deep learning framework (PyTorch, TensorFlow)", "PyTorch|TensorFlow"},
	{"A backend engineer (Python, Go)", ""},
	{"PostgreSQL or another relational database", ""},
	{"MySQL or another relational database (MariaDB, Db2)", "MySQL|MariaDB|DB2"},
	{"Angular or a comparable framework (Vue, Ember)", "Angular|Vue.js|Ember.js"},
	{"PHP 8, wahlweise mit Symfony oder Laravel", "Symfony|Laravel"},
	{"Terraform ou, à défaut, Ansible", "Terraform|Ansible"},
	{"Zustand, Redux, MobX — any of those", "Zustand|Redux|MobX"},
	{"Angular, React, au choix", "Angular|React"},
	{"Modern C++ (17 or 20), or Rust with some zeal", "C++|Rust"},
	{"Modern C++ (17 or 20), Rust", ""},
	{"Gute Kenntnisse in C++, alternativ Rust", "C++|Rust"},
	{"Ruby, Rails or Sinatra", "Ruby on Rails|Sinatra"},
	{"Ansible, Chef is fine too", "Ansible|Chef"},
	{"MariaDB preferred, SQLite acceptable", "MariaDB|SQLite"},
	{"Ideally Elixir, but Erlang is okay", "Elixir|Erlang"},
	{"IaC (Terraform, Ansible, etc.) and scripting (Python, Bash)", "Terraform|Ansible;Python|Bash"},
	{"Docker and\n- Experience with one or more of the following:\n  - Redis\n  - Memcached\n- Kafka", "Redis|Memcached"},
	{"Knowledge of Redis, MongoDB, PostgreSQL", ""},
	{"Docker\n\nAt least one of these languages:\n\n- Go\n- Rust\n- Python\n\nAnd also:\n\n- Kafka", "Go|Rust|Python"},

	{"Sehr gute Kenntnisse in Java oder Kotlin", "Java|Kotlin"},
	{"Erfahrung mit AWS bzw. Azure", "AWS|Azure"},
	{"PostgreSQL, MySQL oder eine vergleichbare Datenbank", "PostgreSQL|MySQL"},
	{"Docker und Kubernetes sowie Helm", ""},
	{"Programmierkenntnisse in Python, Go o. Ä.", "Python|Go"},
	{"Entweder React oder Angular, dazu TypeScript", "React|Angular"},
	{"Mindestens eine der Sprachen Go, Rust oder C++", "Go|Rust|C++"},
	{"CI/CD-Werkzeuge (z. B. Jenkins, GitLab CI)", "Jenkins|GitLab CI"},
	{"In Vollzeit oder Teilzeit mit Java und Spring Boot", ""},
	{"Terraform beziehungsweise Ansible", "Terraform|Ansible"},
	{"Eine Cloud (AWS/Azure/GCP)", "AWS|Azure|GCP"},

	{"Maîtrise de Java et/ou Kotlin", "Java|Kotlin"},
	{"Connaissance de Docker ou Podman", "Docker|Podman"},
	{"Bases de données (PostgreSQL, MySQL, etc.)", "PostgreSQL|MySQL"},
	{"Au moins un langage parmi Python, Go et Rust", "Python|Go|Rust"},
	{"Expérience avec AWS, GCP ou équivalent", "AWS|GCP"},
	{"React, Vue.js voire Angular", "React|Vue.js|Angular"},
	{"Vous développez ou déployez des services avec Kubernetes et Helm", ""},
	{"Soit Java, soit Kotlin", "Java|Kotlin"},
	{"HTML/CSS et JavaScript", ""},

	{"Experiencia con Java o Kotlin", "Java|Kotlin"},
	{"Manejo de React y/o Angular", "React|Angular"},
	{"Bases de datos como PostgreSQL, MySQL u Oracle", "PostgreSQL|MySQL|Oracle Database"},
	{"Uno de los siguientes lenguajes: Python, Go, Ruby", "Python|Go|Ruby"},
	{"Docker y Kubernetes", ""},
	{"AWS, Azure o similar", "AWS|Azure"},
	{"Jornada completa o parcial con PHP y Laravel", ""},

	{"Experiência com Java ou Kotlin", "Java|Kotlin"},
	{"AWS e/ou Azure", "AWS|Azure"},
	{"Bancos de dados (PostgreSQL, MySQL, entre outros)", "PostgreSQL|MySQL"},
	{"Pelo menos uma das linguagens: Python, Go ou Ruby", "Python|Go|Ruby"},
	{"Docker e Kubernetes", ""},
	{"RabbitMQ, Kafka ou similares", "RabbitMQ|Kafka"},

	{"Esperienza con Java o Kotlin", "Java|Kotlin"},
	{"React e/o Angular", "React|Angular"},
	{"Database relazionali quali PostgreSQL o MySQL", "PostgreSQL|MySQL"},
	{"Almeno uno tra Python, Go e Rust", "Python|Go|Rust"},
	{"AWS oppure Azure, Docker e Kubernetes", "AWS|Azure"},
	{"Kafka, RabbitMQ o simili", "Kafka|RabbitMQ"},

	{"Ervaring met Java of Kotlin", "Java|Kotlin"},
	{"React en/of Angular", "React|Angular"},
	{"Een database zoals PostgreSQL of MySQL", "PostgreSQL|MySQL"},
	{"Minimaal één van: Python, Go, Rust", "Python|Go|Rust"},
	{"Docker en Kubernetes, fulltime of parttime", ""},
	{"AWS, Azure of vergelijkbaar", "AWS|Azure"},

	{"Znajomość języka Java lub Kotlin", "Java|Kotlin"},
	{"React i/lub Angular", "React|Angular"},
	{"Co najmniej jeden z języków: Python, Go, Ruby", "Python|Go|Ruby"},
	{"PostgreSQL, MySQL itp.", "PostgreSQL|MySQL"},
	{"Azure albo AWS, Docker i Kubernetes", "Azure|AWS"},

	{"Досвід з Java або Kotlin", "Java|Kotlin"},
	{"React та/або Angular", "React|Angular"},
	{"Реляційні бази даних (PostgreSQL, MySQL тощо)", "PostgreSQL|MySQL"},
	{"Хоча б одна з мов: Python, Go, Ruby", "Python|Go|Ruby"},
	{"AWS чи Azure, Docker і Kubernetes", "AWS|Azure"},

	{"熟悉Java或Kotlin", "Java|Kotlin"},
	{"至少精通Python、Go、Rust中的一种", "Python|Go|Rust"},
	{"熟悉Docker和Kubernetes", ""},
}

// TestChoices checks which technologies of a sentence are alternatives.
func TestChoices(t *testing.T) {
	for _, c := range choices {
		p := ParsePosting("# Backend Engineer\n\n## Requirements\n\n- "+c.sentence+"\n", skill.Default())
		if got := groupsOf(p); got != c.groups {
			t.Errorf("%s\n got %q\nwant %q", c.sentence, got, c.groups)
		}
	}
}

// groupsOf formats the alternatives of a posting as in choices.
func groupsOf(p *Posting) string {
	members := map[int][]string{}
	for _, a := range p.Skills {
		members[a.AnyOf] = append(members[a.AnyOf], a.Name)
	}
	var groups []string
	for n := 1; len(members[n]) > 0; n++ {
		groups = append(groups, strings.Join(members[n], "|"))
	}
	return strings.Join(groups, ";")
}
