interface Mask {
  readonly name: string
  readonly svg: string
}

/** The stylesheet of the icon component: every icon is a mask, so that it takes the colour of the words beside it. */
export function maskStyles(masks: readonly Mask[]): string {
  const rules = masks.map(({ name, svg }) => {
    const url = `url("data:image/svg+xml,${svg.replace(/[<>#%]/g, encodeURIComponent)}")`
    return `.icon-${name} {\n  --shape: ${url};\n}\n`
  })
  return ['/* Written by cloud/build/tab-icons.ts from cloud/build/icons/shapes.ts. */', BASE, ...rules].join('\n')
}

const BASE = `:host {
  display: inline-flex;
}

.icon {
  width: 1em;
  height: 1em;
  background: currentColor;
  -webkit-mask-image: var(--shape);
  mask-image: var(--shape);
  -webkit-mask-position: center;
  mask-position: center;
  -webkit-mask-repeat: no-repeat;
  mask-repeat: no-repeat;
  -webkit-mask-size: contain;
  mask-size: contain;
}
`
