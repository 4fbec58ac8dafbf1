package review

// isSmallName reports whether w is a product that is written with a small letter.
func isSmallName(w string) bool { return smallNames[w] }

var smallNames = map[string]bool{
	"npm": true, "pnpm": true, "webpack": true, "gulp": true, "grunt": true, "pandas": true, "curl": true, "git": true, "nginx": true,
	"etcd": true, "containerd": true, "systemd": true, "bash": true, "zsh": true, "vim": true, "tmux": true, "ffmpeg": true, "chi": true,
	"esbuild": true, "pip": true, "uv": true, "xarray": true, "seaborn": true, "dbt": true, "k6": true, "k8s": true, "k3s": true, "sbt": true, "tf": true, "x86": true,
}
