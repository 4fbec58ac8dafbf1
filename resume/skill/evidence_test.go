package skill

import (
	"slices"
	"strings"
	"testing"
)

// claimedFrom returns the skills that files alone prove: path to content.
func claimedFrom(files map[string]string, languages map[string]int64) []string {
	var paths []string
	for path := range files {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	facts := Default().FileFacts(paths)
	for _, path := range ManifestPaths(paths, 50) {
		facts = append(facts, ReadManifest(path, []byte(files[path]))...)
	}
	var out []string
	for _, s := range Default().Infer([]Repository{{Name: "a/b", Share: 1, PushedAt: noon, Facts: facts, Languages: languages}}, noon, Choice{}) {
		if s.Proven {
			out = append(out, s.Name)
		}
	}
	return out
}

func TestEvidenceOfManyKinds(t *testing.T) {
	for name, c := range map[string]struct {
		files     map[string]string
		languages map[string]int64
		want, not string
	}{
		"Android": {map[string]string{"app/build.gradle.kts": "dependencies {\n implementation(\"androidx.room:room-runtime:2.6\")\n implementation(\"com.google.dagger:hilt-android:2.51\")\n implementation(\"com.squareup.retrofit2:retrofit:2.11\")\n implementation(\"org.jetbrains.kotlinx:kotlinx-coroutines-android:1.8\")\n implementation(\"com.google.firebase:firebase-analytics-ktx\")\n}"}, nil,
			"Room, Hilt, Retrofit, Kotlin Coroutines, Firebase", ""},
		"Apple":           {map[string]string{"Shop/ShopApp.swift": "import SwiftUI\nimport SwiftData\n", "Package.swift": ".package(url: \"https://github.com/Alamofire/Alamofire.git\", from: \"5\")", "Shop.xcodeproj/project.pbxproj": "x"}, nil, "SwiftUI, SwiftData, Alamofire, Swift Package Manager, Xcode", "CocoaPods"},
		"embedded":        {map[string]string{"src/FreeRTOSConfig.h": "", ".gitmodules": "[submodule \"lvgl\"]\n url = https://github.com/lvgl/lvgl.git", "CMakeLists.txt": "find_package(Qt6 REQUIRED)\ntarget_link_libraries(app mbedtls)"}, nil, "FreeRTOS, LVGL, CMake, Qt, Mbed TLS", ""},
		"PlatformIO":      {map[string]string{"platformio.ini": "[env:d1]\nplatform = espressif32\nframework = arduino\nlib_deps =\n  lvgl/lvgl @ ^8.3\n  h2zero/NimBLE-Arduino@^1.4\nupload_speed = 9"}, nil, "PlatformIO, Arduino, LVGL, NimBLE", ""},
		"ESP-IDF":         {map[string]string{"main/idf_component.yml": "dependencies:\n  lvgl/lvgl: \"^9\"\n  idf:\n    version: \">=5\"\ntargets:\n  - esp32", "main/main.c": "#include <stdio.h>\n#include \"freertos/FreeRTOS.h\"\n// #include \"zephyr/kernel.h\"\n"}, map[string]int64{"C": 90000}, "ESP-IDF, LVGL, FreeRTOS, C", "Zephyr"},
		"by address":      {map[string]string{"platformio.ini": "[env]\nplatform = https://github.com/x/platform-espressif32/releases/download/1/platform-espressif32.zip\nboard = esp32-s3-devkitc-1\nlib_deps =\n  https://github.com/knolleary/pubsubclient.git#v2.8"}, nil, "ESP32, MQTT", ""},
		"components":      {map[string]string{"port/esp/CMakeLists.txt": "idf_component_register(SRCS \"lamp.c\")"}, map[string]int64{"C": 90000}, "ESP-IDF, ESP32", ""},
		"an app":          {map[string]string{"Lamp.xcodeproj/project.pbxproj": "IPHONEOS_DEPLOYMENT_TARGET = 17.0;"}, nil, "iOS", "macOS"},
		"a desktop app":   {map[string]string{"Lamp.xcodeproj/project.pbxproj": "SDKROOT = macosx;"}, nil, "macOS", "iOS"},
		"made by Flutter": {map[string]string{"pubspec.yaml": "dependencies:\n  flutter:\n    sdk: flutter\n", "macos/Runner.xcodeproj/project.pbxproj": "SDKROOT = macosx;", "ios/Runner/AppDelegate.swift": "import UIKit"}, nil, "Flutter", "UIKit, macOS"},
		"GORM's drivers":  {map[string]string{"go.mod": "module x\n\nrequire (\n\tgorm.io/driver/mysql v1.5.0\n\tgorm.io/driver/postgres v1.5.0\n)"}, nil, "MySQL, PostgreSQL", ""},
		"Oban":            {map[string]string{"mix.exs": "  defp deps do\n    [\n      {:oban, \"~> 2.0\"},\n      {:ex_aws_s3, \"~> 2.0\"}\n    ]\n  end"}, nil, "Oban, AWS", ""},
		"Kotest":          {map[string]string{"gradle/libs.versions.toml": "[libraries]\na = { module = \"io.kotest:kotest-property\", version = \"5\" }\nb = { module = \"io.arrow-kt:arrow-core\", version = \"1\" }", "app/src/test/java/com/lamp/LampTest.kt": ""}, nil, "Kotest, Arrow Kt", ""},
		"models":          {map[string]string{"Packages/Notes/Sources/Models/Note.swift": "import Foundation\nimport SwiftData\n"}, map[string]int64{"Swift": 9000}, "SwiftData", ""},
		"likely names":    {map[string]string{"app/models/opengraph/metadata.rb": "", "gradle/libs.versions.toml": "[libraries]\nbson = { module = \"org.mongodb:bson\", version = \"5\" }"}, nil, "", "Chef, MongoDB"},
		"Nix":             {map[string]string{"flake.nix": "inputs.home-manager.url = \"github:nix-community/home-manager\";\nnixosConfigurations = {};"}, map[string]int64{"Nix": 90000, "TypeScript": 30000}, "Nix, NixOS, Home Manager", ""},
		"front end":       {map[string]string{"package.json": `{"devDependencies":{"vue":"3","jest":"29","tailwindcss":"3","react":"18"}}`, "src/App.vue": "", "src/App.test.ts": ""}, map[string]int64{"Vue": 50000}, "Vue.js, Jest, Tailwind CSS", "React, npm"},
		"import map":      {map[string]string{"config/importmap.rb": "pin \"d3\", to: \"d3.js\"", "Gemfile": "gem 'rails'\ngem 'turbo-rails'"}, nil, "D3.js, Hotwire, Ruby on Rails", "Bundler"},
		"foreign CI":      {map[string]string{"libs/zlib/.travis.yml": "", "Dockerfile": "FROM ubuntu:24.04", ".github/workflows/scan.yml": "jobs:\n  a:\n    steps:\n      - uses: github/codeql-action/upload-sarif@v3\n"}, nil, "Docker, GitHub Actions", "Travis CI, Ubuntu, CodeQL"},
		"own folders":     {map[string]string{"build/package/Dockerfile": "FROM golang", "deploy/envs/prod/eu/main.tf": "provider \"aws\" {}", "tests/e2e/package.json": `{"devDependencies":{"@playwright/test":"1"}}`, "tests/e2e/login.spec.ts": ""}, nil, "Docker, Terraform, Playwright", ""},
		"JPA":             {map[string]string{"pom.xml": "<project><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-data-jpa</artifactId></dependency></dependencies></project>"}, nil, "Hibernate, Spring Boot", ""},
		"package manager": {map[string]string{"Cargo.toml": "[dependencies]\nratatui = \"0.29\"", "package-lock.json": "{}", "mvnw": "", "pom.xml": "<project/>"}, nil, "Ratatui, Maven", "Cargo, npm"},
	} {
		got := claimedFrom(c.files, c.languages)
		wantClaimed(t, name, got, c.want, c.not)
	}
}

// TestHeadlinesComeFirst checks that a project's main technologies come before its
// helpers, not in alphabetical order.
func TestHeadlinesComeFirst(t *testing.T) {
	const pom = "<project><dependencies>" +
		"<dependency><groupId>org.projectlombok</groupId><artifactId>lombok</artifactId></dependency>" +
		"<dependency><groupId>org.mapstruct</groupId><artifactId>mapstruct</artifactId></dependency>" +
		"<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>"
	got := claimedFrom(map[string]string{"pom.xml": pom}, nil)
	boot, lombok := slices.Index(got, "Spring Boot"), slices.Index(got, "Lombok")
	if boot < 0 || lombok < 0 || boot > lombok {
		t.Errorf("got %v", got)
	}
}

// wantClaimed checks that technologies, separated by commas, are claimed, and others not.
func wantClaimed(t *testing.T, name string, got []string, want, not string) {
	t.Helper()
	for want := range strings.SplitSeq(want, ", ") {
		if want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %s is not claimed: %v", name, want, got)
		}
	}
	for not := range strings.SplitSeq(not, ", ") {
		if slices.Contains(got, not) {
			t.Errorf("%s: %s is claimed", name, not)
		}
	}
}

// TestMainLanguageWithoutBytes: a repository whose bytes are unknown is named by its main
// language, but one alone does not prove it as a skill.
func TestMainLanguageWithoutBytes(t *testing.T) {
	c := Default()
	one := Repository{Name: "a/b", Share: 1, PushedAt: noon, Language: "Jupyter Notebook"}
	two := Repository{Name: "a/c", Share: 1, PushedAt: noon, Language: "Python"}
	if got := c.Technologies(one, 6, Choice{}); len(got) != 1 || got[0].Name != "Python" {
		t.Errorf("named %v", got)
	}
	if got := c.Infer([]Repository{one}, noon, Choice{}); got[0].Proven {
		t.Error("one repository proves it")
	}
	if got := c.Infer([]Repository{one, two}, noon, Choice{}); !got[0].Proven {
		t.Error("two repositories do not prove it")
	}
	two.Languages = map[string]int64{}
	if got := c.Technologies(two, 6, Choice{}); len(got) > 0 {
		t.Errorf("known to be empty: %v", got)
	}
}
