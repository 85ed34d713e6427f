import { Module } from '@nestjs/common'
import { EntriesModule } from '../entries/entries.module.ts'
import { FamiliesModule } from '../families/families.module.ts'
import { DosesController } from './doses.controller.ts'
import { DosesService } from './doses.service.ts'

@Module({ imports: [EntriesModule, FamiliesModule], controllers: [DosesController], providers: [DosesService] })
export class DosesModule {}
