package templates

import (
	"strconv"
	"text/template"
	"text/template/parse"
)

// Names of the functions that meterSteps puts into the parse tree.
const (
	countStep  = "_step"  // at the start of every branch
	countEnter = "_enter" // at the start of every block
	countLeave = "_leave" // at its end
)

// meterSteps makes every branch and block of the templates count its nodes before it is
// executed: there is no other way to stop text/template.
func meterSteps(set *template.Template) {
	for _, t := range set.Templates() {
		if t.Tree == nil || t.Root == nil {
			continue
		}
		meterBranches(t.Root)
		enter := call(t.Root.Pos, countEnter, weightOf(t.Root))
		t.Root.Nodes = append(append([]parse.Node{enter}, t.Root.Nodes...), call(t.Root.Pos, countLeave))
	}
}

// meterBranches processes one branch of a parse tree and all below it.
func meterBranches(list *parse.ListNode) {
	for _, node := range list.Nodes {
		for _, branch := range branchesOf(node) {
			if branch != nil {
				meterBranches(branch)
				branch.Nodes = append([]parse.Node{call(branch.Pos, countStep, weightOf(branch))}, branch.Nodes...)
			}
		}
	}
}

// branchesOf returns the lists below a node; absent ones are nil.
func branchesOf(node parse.Node) []*parse.ListNode {
	switch n := node.(type) {
	case *parse.IfNode:
		return []*parse.ListNode{n.List, n.ElseList}
	case *parse.RangeNode:
		return []*parse.ListNode{n.List, n.ElseList}
	case *parse.WithNode:
		return []*parse.ListNode{n.List, n.ElseList}
	}
	return nil
}

// call returns a node that calls a function with numbers.
func call(pos parse.Pos, function string, numbers ...int) parse.Node {
	command := &parse.CommandNode{NodeType: parse.NodeCommand, Pos: pos}
	command.Args = append(command.Args, parse.NewIdentifier(function).SetPos(pos).SetTree(nil))
	for _, n := range numbers {
		command.Args = append(command.Args, &parse.NumberNode{NodeType: parse.NodeNumber, Pos: pos, IsInt: true, Int64: int64(n), Text: strconv.Itoa(n)})
	}
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Pos: pos, Cmds: []*parse.CommandNode{command}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: pos, Pipe: pipe}
}

// weightOf returns how many nodes a branch executes itself, without the branches below it.
func weightOf(list *parse.ListNode) int {
	weight := 1
	for _, node := range list.Nodes {
		weight += 1 + pipeWeight(pipeOf(node))
	}
	return weight
}

func pipeOf(node parse.Node) *parse.PipeNode {
	switch n := node.(type) {
	case *parse.ActionNode:
		return n.Pipe
	case *parse.IfNode:
		return n.Pipe
	case *parse.RangeNode:
		return n.Pipe
	case *parse.WithNode:
		return n.Pipe
	case *parse.TemplateNode:
		return n.Pipe
	}
	return nil
}

func pipeWeight(pipe *parse.PipeNode) int {
	if pipe == nil {
		return 0
	}
	weight := 0
	for _, command := range pipe.Cmds {
		for _, arg := range command.Args {
			weight += argWeight(arg)
		}
	}
	return weight
}

func argWeight(arg parse.Node) int {
	switch a := arg.(type) {
	case *parse.PipeNode:
		return 1 + pipeWeight(a)
	case *parse.ChainNode: // (…).Field
		return len(a.Field) + argWeight(a.Node)
	}
	return 1
}
