/** What a screen says while it has nothing to show: what this is, and what to do next. */
Component({ properties: { icon: String, title: String, text: String } })
