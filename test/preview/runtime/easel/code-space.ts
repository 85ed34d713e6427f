import type { ComponentOptions, GeneralBehavior, GeneralComponentDefinition } from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv, type component } from 'glass-easel-miniprogram-adapter'
import { BUILTINS } from '../components/all.ts'
import { easelDefinition } from '../components/builtin.ts'
import type { Program } from '../program.ts'
import { PhoneBackend } from './backend.ts'
import { understandInlineRpx } from './inline-rpx.ts'

export interface Easel {
  space: CodeSpace
  backend: AssociatedBackend
}

/** The component framework with the built-in elements and the mini-program's static configuration, no code yet. */
export function createEasel(program: Program): Easel {
  understandInlineRpx()
  const env = new MiniProgramEnv()
  const builtins = env.getGlobalCodeSpace()
  // Built-in elements have no styles of their own to keep apart, and would each get a scope in the document.
  adjustOptions(builtins, { idPrefixGenerator: null, writeIdToDOM: true, styleScope: undefined })
  const definitions = Object.entries(BUILTINS).map(
    ([tag, definition]) =>
      [tag, inner(builtins.component(tag).definition(easelDefinition(definition)).register())] as const,
  )
  const space = env.createCodeSpace('', true)
  for (const [tag, definition] of definitions)
    space.getComponentSpace().setGlobalUsingComponent(tag, definition as GeneralComponentDefinition)
  adjustOptions(space, { idPrefixGenerator: null, writeIdToDOM: true })
  space.setOverallBehavior(everyUnit(space))
  for (const [path, unit] of Object.entries(program.units)) {
    space.addComponentStaticConfig(path, unit.config as never)
    if (unit.prefix !== undefined) space.addStyleSheet(path, undefined, unit.prefix)
  }
  return { space, backend: env.associateBackend(new PhoneBackend()) }
}

/**
 * The adapter decides these options for itself and offers no setting. Above all it prefixes ids, while
 * `label for`, aria-labelledby and tests want them as the template has them.
 */
function adjustOptions(
  space: CodeSpace,
  options: { [Name in keyof ComponentOptions]: ComponentOptions[Name] | undefined },
): void {
  type Prepare = (is: string, options?: unknown) => [ComponentOptions, unknown]
  const open = space as unknown as { prepareComponentOptions: Prepare }
  const prepare = open.prepareComponentOptions.bind(space)
  open.prepareComponentOptions = (is, given) => {
    const [own, isolation] = prepare(is, given)
    return [Object.assign(own, options), isolation]
  }
}

/** What the framework leaves to its host: the `is` attribute that stylesheets ask for, and the ready lifetime. */
function everyUnit(space: CodeSpace): GeneralBehavior {
  const behavior = space
    .behavior()
    .definition({
      lifetimes: {
        created(this: component.GeneralComponent) {
          const element = this._$.$$ as unknown as HTMLElement | null
          element?.setAttribute('is', this.is)
        },
        attached(this: component.GeneralComponent) {
          queueMicrotask(() => this._$.triggerLifetime('ready', []))
        },
      },
    })
    .register()
  return inner(behavior) as GeneralBehavior
}

/** The framework's own object behind one of the adapter's; the adapter's types keep it to themselves. */
function inner(wrapped: object): unknown {
  return (wrapped as { _$: unknown })._$
}
