/** One of the own icons, as large and of the colour of the words around it. It says nothing by itself: words stand beside it. */
Component({ properties: { name: String } })
