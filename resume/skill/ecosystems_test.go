package skill

import (
	"slices"
	"testing"
)

// TestManifestsOfEcosystems checks what a manifest of each kind proves and what it does
// not.
func TestManifestsOfEcosystems(t *testing.T) {
	for name, c := range map[string]struct {
		file, content string
		want, not     string
	}{
		"Cabal":        {"lantern.cabal", "name: lantern\nlibrary\n  build-depends:\n      base\n    , servant-server >= 0.20 -- web\n    , hasql:pool\n  hs-source-dirs: src, yesod\ntest-suite spec\n  build-depends: scotty\n", "Servant, PostgreSQL", "Yesod, Scotty"},
		"hpack":        {"package.yaml", "dependencies:\n- base >= 4\n- hedis\nexecutables:\n  lantern:\n    dependencies: [scotty]\ntests:\n  spec:\n    dependencies: [yesod]\n", "Redis, Scotty", "Yesod"},
		"Clojure":      {"deps.edn", "{:deps {io.pedestal/pedestal.jetty {:mvn/version \"0.8\"}\n ; compojure/compojure {:mvn/version \"1\"}\n org.xerial/sqlite-jdbc {:mvn/version \"3\"}}\n :aliases {:test {:extra-deps {com.datomic/local {:mvn/version \"1\"}}}}}", "Pedestal, SQLite", "Compojure, Datomic"},
		"Leiningen":    {"project.clj", "(defproject lamp \"0.1\"\n  :dependencies [[compojure \"1.7.0\"]\n   [org.postgresql/postgresql \"42.7\"]])", "Compojure, PostgreSQL, Leiningen", ""},
		"dune":         {"dune-project", "(lang dune 3.1)\n(package\n (name lamp)\n (depends\n  (ocaml (>= 5.1))\n  dream ; the server\n  (caqti-driver-postgresql (>= 2))\n  (alcotest :with-test))\n (tags (sqlite3)))", "Dream, PostgreSQL", "SQLite"},
		"opam":         {"lamp.opam", "depends: [\n  \"ocaml\" {>= \"5\"}\n  \"lwt\"\n]\nbuild: [\n  \"dream\"\n]\n", "Lwt", "Dream"},
		"R":            {"DESCRIPTION", "Package: lamp\nTitle: dplyr for lamps\nImports:\n    shiny (>= 1.7),\n    RSQLite\nSuggests: ggplot2\nLinkingTo: Rcpp\n", "Shiny, SQLite, Rcpp", "tidyverse, ggplot2"},
		"R app":        {"app.R", "library(shiny)\n# library(data.table)\nx <- ggplot2::ggplot(y)\n", "Shiny, ggplot2", "data.table"},
		"Julia":        {"Project.toml", "name = \"Lamp\"\n[deps]\nJuMP = \"4076af6c\"\nLibPQ = \"194296ae\"\n[extras]\nMakie = \"ee78f7c6\"\n", "JuMP, PostgreSQL", "Makie"},
		"rebar":        {"rebar.config", "{erl_opts, [debug_info]}.\n{deps, [\n  {tortoise, \"0.10\"}, % MQTT\n  {ecto, {git, \"x\"}}\n]}.\n{profiles, [{test, [{deps, [\n {oban, \"2\"}]}]}]}.", "MQTT, Ecto", "Oban"},
		"Conda":        {"environment.yml", "name: lamp\ndependencies:\n  - python=3.11\n  - conda-forge::pytorch>=2.1\n  - pip:\n    - gymnasium==0.29\n", "PyTorch, Gymnasium", ""},
		"Pixi":         {"pixi.toml", "[dependencies]\nnumpy = \">=1\"\n[pypi-dependencies]\nlitestar = \"*\"\n", "NumPy, Litestar", ""},
		"hooks":        {".pre-commit-config.yaml", "repos:\n- repo: https://lamp.example/ruff\n  rev: v1\n  hooks:\n  - id: ruff-format\n  - id: mypy\n", "Ruff, mypy, pre-commit", ""},
		"configured":   {"pyproject.toml", "[project]\nname = \"lamp\"\n[dependency-groups]\nlint = [\"ruff\"]\n[tool.ruff]\nline-length = 100\n[tool.pytest.ini_options]\naddopts = \"-q\"\n", "Ruff, pytest", ""},
		"setup.cfg":    {"setup.cfg", "[options]\ninstall_requires =\n    flask\n[options.extras_require]\ntest =\n    django\ndb =\n    pymongo\n[tool:pytest]\naddopts = -q\n", "Flask, MongoDB, pytest", "Django"},
		"Deno":         {"deno.jsonc", "{\n  // \"imports\"\n  \"imports\": {\"preact\": \"npm:preact@^10\", \"hono\": \"jsr:/hono@4\", \"react\": \"https://esm.sh/react@18\"}\n}", "Preact, Hono, React, Deno", ""},
		"cpanfile":     {"cpanfile", "requires 'Mojolicious', '>= 9';\non 'test' => sub {\n  requires 'Dancer2';\n};\n", "Mojolicious", "Dancer"},
		"gemspec":      {"lamp.gemspec", "Gem::Specification.new do |spec|\n  spec.add_dependency \"sinatra\", \"~> 4\"\n  # spec.add_dependency \"rails\"\n  spec.add_development_dependency(\"hanami\")\nend", "Sinatra", "Ruby on Rails, Hanami"},
		"Paket":        {"paket.dependencies", "source https://lamp.example\nnuget Avalonia ~> 11\n", "Avalonia", ""},
		"Mill":         {"build.mill", "object lamp extends ScalaModule {\n  def mvnDeps = Seq(mvn\"com.softwaremill.sttp.tapir::tapir-core:1.11\")\n}", "Tapir, Mill", ""},
		"Cartfile":     {"Cartfile", "github \"Alamofire/Alamofire\" ~> 5\n# github \"SnapKit/SnapKit\"\n", "Alamofire, Carthage", "SnapKit"},
		"XcodeGen":     {"project.yml", "packages:\n  Realm:\n    url: https://github.com/realm/realm-swift\ntargets:\n  Lamp:\n    platform: iOS\n  Tests:\n    type: bundle.unit-test\n", "Realm, iOS, XCTest, Xcode", "macOS"},
		"not Xcode":    {"project.yml", "name: lamp\nurl: https://github.com/realm/realm-swift\nplatform: iOS\n", "", "Realm, iOS, Xcode"},
		"podspec":      {"Lamp.podspec", "Pod::Spec.new do |s|\n  s.dependency 'RxSwift', '~> 6'\nend", "RxSwift", ""},
		"named":        {"app/build.gradle", "dependencies {\n  implementation group: 'androidx.room', name: 'room-runtime', version: '2.6'\n}", "Room", ""},
		"buildSrc":     {"buildSrc/src/main/kotlin/Libs.kt", "object Libs {\n  const val room = \"androidx.room:room-runtime:2.6\"\n  // const val coil = \"io.coil-kt:coil:2.1\"\n}", "Room", "Coil"},
		"Zig":          {"build.zig.zon", ".{ .dependencies = .{ .raylib = .{ .url = \"https://github.com/lamp/raylib-zig/archive/1.tar.gz\" } } }\n.url = \"https://github.com/lamp/raylib-zig/archive/1.tar.gz\",", "raylib", ""},
		"Meson":        {"meson.build", "project('lamp', 'c')\ndep = dependency('gtk4')\n# dependency('qt6')\n", "Meson", "Qt"},
		"qmake":        {"lamp.pro", "QT += core gui\n", "Qt", ""},
		"ProGuard":     {"app/proguard-rules.pro", "-keep class lamp.QT\n", "", "Qt"},
		"CMake":        {"CMakeLists.txt", "find_package(\n  Qt6 # widgets\n  REQUIRED COMPONENTS Widgets)\ntarget_link_libraries(lamp\n  PRIVATE OpenCV::core)\n", "Qt", ""},
		"library keys": {"platformio.ini", "[base]\nshared_lib_deps =\n  knolleary/PubSubClient@^2.8\n", "MQTT", ""},
		"plugin":       {"readme.txt", "=== Lamp ===\nTested up to: 6.6\nStable tag: 1.0\n", "WordPress", ""},
		"readme":       {"readme.txt", "The lamp. Tested up to: the ceiling.\n", "", "WordPress"},
		"extension":    {"manifest.json", `{"manifest_version": 3, "name": "Lamp"}`, "WebExtensions", ""},
		"web app":      {"manifest.json", `{"name": "Lamp", "start_url": "/"}`, "", "WebExtensions"},
		"chart":        {"charts/lamp/Chart.yaml", "name: lamp\ndependencies:\n  - name: postgresql\n    repository: oci://lamp.example\n", "Helm, Kubernetes, PostgreSQL", ""},
		"Flux":         {"clusters/home/lamp/helmrelease.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  chart:\n    spec:\n      chart: cilium\n", "Flux CD, Helm, Cilium, Kubernetes", "Istio"},
		"provider":     {"main.tf", "resource \"exoscale_domain\" \"lamp\" {}\nresource \"random_pet\" \"name\" {}\n", "Terraform, Exoscale", "AWS"},
		"migrations":   {"migrations/0001_lamps.sql", "CREATE TABLE lamp (id int);", "SQL", ""},
		"scripts":      {"package.json", `{"dependencies":{"zod":"3"},"devDependencies":{"webpack-cli":"5","vite":"5"},"scripts":{"build":"webpack --mode production"}}`, "Webpack", "Vite"},
		"bundled":      {"package.json", `{"private":true,"devDependencies":{"zustand":"5","react":"19"}}`, "Zustand, React", ""},
	} {
		got := claimedFrom(map[string]string{c.file: c.content}, nil)
		wantClaimed(t, name, got, c.want, c.not)
	}
}

func TestCopiesOfProjectsProveNothing(t *testing.T) {
	got := claimedFrom(map[string]string{
		"CMakeLists.txt":                        "project(lamp)",
		"lib/usb/LICENSE":                       "MIT",
		"lib/usb/port/CMakeLists.txt":           "idf_component_register(SRCS \"a.c\")",
		"lib/usb/tools/Tool.csproj":             "<Project/>",
		"lib/tests/.github/workflows/build.yml": "jobs: {}",
		"lib/tests/codecov.yml":                 "",
		"lib/own/CMakeLists.txt":                "find_package(Qt6)",
		"libs/cart/LICENSE":                     "MIT",
		"libs/cart/package.json":                `{"dependencies":{"react":"19"}}`,
	}, nil)
	for _, name := range []string{"CMake", "Qt", "React"} {
		if !slices.Contains(got, name) {
			t.Errorf("%s is not claimed: %v", name, got)
		}
	}
	for _, name := range []string{"ESP-IDF", ".NET", "GitHub Actions", "Codecov"} {
		if slices.Contains(got, name) {
			t.Errorf("%s is claimed: %v", name, got)
		}
	}
}

// TestStrongEvidenceIsKept checks that weak evidence that comes first does not hide
// strong evidence.
func TestStrongEvidenceIsKept(t *testing.T) {
	got := claimedFrom(map[string]string{
		"package.json": `{"dependencies":{"zod":"3"},"devDependencies":{"@wordpress/blocks":"1","@wordpress/components":"1","@wordpress/data":"1","@wordpress/element":"1"}}`,
		"readme.txt":   "Tested up to: 6.6\nStable tag: 1.0\n",
	}, nil)
	if !slices.Contains(got, "WordPress") {
		t.Errorf("got %v", got)
	}
}

// TestTestsSupportDependencies checks that many dependencies do not hide the tests that go
// with them.
func TestTestsSupportDependencies(t *testing.T) {
	got := claimedFrom(map[string]string{
		"build.gradle": "dependencies {\n  testImplementation 'org.junit.jupiter:junit-jupiter-api:5.1'\n  testImplementation 'org.junit.jupiter:junit-jupiter-engine:5.1'\n" +
			"  testImplementation 'org.junit.jupiter:junit-jupiter-params:5.1'\n  testImplementation 'org.junit.vintage:junit-vintage-engine:5.1'\n}",
		"src/test/java/lamp/LampTest.java": "",
	}, nil)
	if !slices.Contains(got, "JUnit") {
		t.Errorf("got %v", got)
	}
}

func TestScriptsOfComponents(t *testing.T) {
	for _, c := range []struct {
		languages map[string]int64
		want      string
	}{
		{map[string]int64{"PHP": 200_000, "Vue": 500_000}, "JavaScript"},
		{map[string]int64{"Svelte": 400_000, "TypeScript": 20_000, "JavaScript": 3_000}, "TypeScript"},
	} {
		if got := claimedFrom(nil, c.languages); !slices.Contains(got, c.want) {
			t.Errorf("%v: got %v", c.languages, got)
		}
	}
}

func TestMigrationsThatToolsWrite(t *testing.T) {
	got := claimedFrom(map[string]string{
		"migrations/0000_calm_hulk.sql": "CREATE TABLE lamp (id int);",
		"package.json":                  `{"devDependencies":{"drizzle-kit":"1"}}`,
	}, nil)
	if slices.Contains(got, "SQL") {
		t.Errorf("got %v", got)
	}
}

func TestTranslationsOfQtAreNotTypeScript(t *testing.T) {
	for file, want := range map[string]string{"translations/lamp_de.ts": "", "data/app_pt_BR.ts": "", "src/lamp.ts": "TypeScript", "src/lamp_store.ts": "TypeScript"} {
		if got := LanguageOf(file); got != want {
			t.Errorf("%s: got %q, want %q", file, got, want)
		}
	}
}
