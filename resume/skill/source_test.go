package skill

import "testing"

func TestLanguageOf(t *testing.T) {
	for file, want := range map[string]string{
		"main.go": "Go",
		"src/main/java/com/example/shop/Order.java":   "Java",
		"orders/src/main/kotlin/org/samples/Order.kt": "Kotlin",
		"examples/Order.java":                         "",
		"examples/src/main/java/Order.java":           "",
		"src/test/java/com/shop/OrderTest.java":       "",
		"vendor/github.com/x/y.go":                    "",
		"third_party/zlib/inflate.c":                  "",
		"api/order.pb.go":                             "",
		"static/jquery.min.js":                        "",
		"book/theme/highlight.js":                     "",
		"static/bootstrap-5.3.0.bundle.js":            "",
		"static/chart-of-sales.js":                    "JavaScript",
		"lib/model.g.dart":                            "",
		"notebooks/churn.ipynb":                       "Jupyter Notebook",
		"README.md":                                   "",
	} {
		if got := LanguageOf(file); got != want {
			t.Errorf("LanguageOf(%q) = %q, want %q", file, got, want)
		}
	}
}
