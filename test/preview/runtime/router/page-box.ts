import type { UnitConfig } from '../../../../cloud/build/project/config.ts'

/** A page as those see it who watch its box: where it scrolls, what its json asks for, how to call it. */
export interface PageBox {
  readonly element: HTMLElement
  readonly config: UnitConfig
  call(method: string, ...args: unknown[]): unknown
}
