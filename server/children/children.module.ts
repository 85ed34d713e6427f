import { Module } from '@nestjs/common'
import { ChildrenRepository } from './children.repository.ts'
import { ChildrenService } from './children.service.ts'

@Module({ providers: [ChildrenRepository, ChildrenService], exports: [ChildrenService] })
export class ChildrenModule {}
