module github.com/ghresume/ghresume/docs/bench

go 1.26.0

require (
	codeberg.org/go-pdf/fpdf v0.12.0
	github.com/ghresume/ghresume v0.0.0
)

require (
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/carlos7ags/folio v0.11.0 // indirect
	github.com/go-text/typesetting v0.3.5 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
	golang.org/x/image v0.47.0 // indirect
	golang.org/x/net v0.61.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/ghresume/ghresume => ../..
