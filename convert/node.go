package convert

import (
	"errors"
	"slices"
	"strings"
)

// A value of a tree is a string (numbers keep their spelling), a bool, a *node, a []any
// or nil.

// node is an object, a mapping, a row or an element: named values in the order of the
// file.
type node struct {
	keys   []string
	values map[string]any
}

func newNode() *node { return &node{values: map[string]any{}} }

// set sets a value; a repeated name replaces the earlier value.
func (n *node) set(key string, value any) {
	if _, known := n.values[key]; !known {
		n.keys = append(n.keys, key)
	}
	n.values[key] = value
}

// add is like set for names that may repeat: the second value makes a list.
func (n *node) add(key string, value any) {
	old, known := n.values[key]
	if !known {
		n.set(key, value)
		return
	}
	list, isList := old.([]any)
	if !isList {
		list = []any{old}
	}
	n.values[key] = append(list, value)
}

// rename moves a value to another name, unless that is taken.
func (n *node) rename(old, key string) {
	value, ok := n.values[old]
	if !ok || !isAbsent(n.values[key]) {
		return
	}
	delete(n.values, old)
	n.keys = slices.DeleteFunc(n.keys, func(k string) bool { return k == old })
	n.set(key, value)
}

// has reports whether all names are set.
func (n *node) has(keys ...string) bool {
	for _, key := range keys {
		if _, ok := n.values[key]; !ok {
			return false
		}
	}
	return true
}

func (n *node) hasKey(key string) bool { return n.has(key) }

// child returns the object under a name, or an empty one.
func (n *node) child(key string) *node {
	if c, ok := n.values[key].(*node); ok {
		return c
	}
	return newNode()
}

// isAbsent reports whether a value is null, "" or holds nothing: many editors write every
// key.
func isAbsent(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return strings.TrimSpace(v) == ""
	case []any:
		for _, item := range v {
			if !isAbsent(item) {
				return false
			}
		}
		return true
	case *node:
		for _, item := range v.values {
			if !isAbsent(item) {
				return false
			}
		}
		return true
	}
	return false
}

// The limits of a tree: far more than a resume needs, far less than a bomb.
const (
	maxValues = 50_000
	maxDepth  = 100
)

var errTooLarge = errors.New("has more values than a resume: it is nested, repeated or expanded too much")

// budget counts the values of a tree while it is read.
type budget struct{ values int }

func (b *budget) spend(depth int) error {
	b.values++
	if b.values > maxValues || depth > maxDepth {
		return errTooLarge
	}
	return nil
}
