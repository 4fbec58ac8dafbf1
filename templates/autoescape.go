package templates

import (
	"strings"
	"text/template"
	"text/template/parse"
)

// Names of the functions that autoescape appends to every value that a template prints.
const (
	printText  = "_text"  // anywhere
	printGlued = "_glued" // with something directly after it
	printURL   = "_url"   // in [text](…) and href="…"
	printCode  = "_code"  // between backticks
)

// autoescape passes every value that the templates print through an escaping function, as
// html/template does. The template's text next to the value decides which one.
func autoescape(set *template.Template) {
	for _, t := range set.Templates() {
		if t.Tree != nil && t.Root != nil {
			escapeList(t.Root)
		}
	}
}

// escapeList processes one branch of a parse tree.
func escapeList(list *parse.ListNode) {
	if list == nil {
		return
	}
	for i, node := range list.Nodes {
		switch n := node.(type) {
		case *parse.ActionNode:
			escapeAction(n, contextOf(list.Nodes, i))
		case *parse.IfNode:
			escapeList(n.List)
			escapeList(n.ElseList)
		case *parse.RangeNode:
			escapeList(n.List)
			escapeList(n.ElseList)
		case *parse.WithNode:
			escapeList(n.List)
			escapeList(n.ElseList)
		}
	}
}

// escapeAction appends the escaping function to a pipeline that prints.
func escapeAction(n *parse.ActionNode, function string) {
	if len(n.Pipe.Decl) > 0 || isLiteral(n.Pipe) {
		return
	}
	call := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: n.Pos}
	call.Args = []parse.Node{parse.NewIdentifier(function).SetPos(n.Pos).SetTree(nil)}
	n.Pipe.Cmds = append(n.Pipe.Cmds, call)
}

// isLiteral reports whether a pipeline is a constant of the template itself, such as
// {{"\n"}}.
func isLiteral(pipe *parse.PipeNode) bool {
	if len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 1 {
		return false
	}
	_, text := pipe.Cmds[0].Args[0].(*parse.StringNode)
	return text
}

// contextOf returns the name of the escaping function, judging by the template's text
// around the value.
func contextOf(nodes []parse.Node, i int) string {
	before, after := textAt(nodes, i-1), textAt(nodes, i+1)
	switch {
	case strings.HasSuffix(before, "](") || strings.HasSuffix(before, "](<"),
		strings.HasSuffix(before, `="`) || strings.HasSuffix(before, `='`),
		strings.HasSuffix(before, "<") && strings.HasPrefix(after, ">"):
		return printURL
	case strings.HasSuffix(before, "`") && strings.HasPrefix(after, "`"):
		return printCode
	case i+1 < len(nodes) && (after == "" || after[0] == '['):
		return printGlued
	}
	return printText
}

func textAt(nodes []parse.Node, i int) string {
	if i < 0 || i >= len(nodes) {
		return ""
	}
	if n, ok := nodes[i].(*parse.TextNode); ok {
		return string(n.Text)
	}
	return ""
}
