package review

import "testing"

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "— ·": 0, "Built 3 services": 3, "決済システムを中心に八年の経験": 8, "GoとPostgreSQLを用いた設計": 5, "เขียนซอฟต์แวร์ให้โรงพยาบาล": 6, "백엔드 개발자": 2,
	} {
		if got := countWords(text); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}
