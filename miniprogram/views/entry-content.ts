import type { EntryContent } from '../../shared/contract/schemas/entry.schema.ts'

type Of<Kind extends EntryContent['kind']> = Extract<EntryContent, { kind: Kind }>

export type TemperatureContent = Of<'temperature'>
export type DoseContent = Of<'dose'>
