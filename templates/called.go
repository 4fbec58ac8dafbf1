package templates

import (
	"text/template"
	"text/template/parse"
)

// calledFunctions returns the names of all functions that a set of templates calls.
func calledFunctions(set *template.Template) map[string]bool {
	called := map[string]bool{}
	for _, t := range set.Templates() {
		if t.Tree != nil && t.Root != nil {
			addCalls(called, t.Root)
		}
	}
	return called
}

// addCalls adds the functions that a branch and those below it call.
func addCalls(called map[string]bool, list *parse.ListNode) {
	for _, node := range list.Nodes {
		addPipeCalls(called, pipeOf(node))
		for _, branch := range branchesOf(node) {
			if branch != nil {
				addCalls(called, branch)
			}
		}
	}
}

func addPipeCalls(called map[string]bool, pipe *parse.PipeNode) {
	if pipe == nil {
		return
	}
	for _, command := range pipe.Cmds {
		for _, arg := range command.Args {
			addArgCalls(called, arg)
		}
	}
}

func addArgCalls(called map[string]bool, arg parse.Node) {
	switch a := arg.(type) {
	case *parse.IdentifierNode:
		called[a.Ident] = true
	case *parse.PipeNode:
		addPipeCalls(called, a)
	case *parse.ChainNode: // (…).Field
		addArgCalls(called, a.Node)
	}
}
