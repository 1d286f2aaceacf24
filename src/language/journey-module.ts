import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  type DefaultSharedCoreModuleContext,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type Module,
  type PartialLangiumCoreServices,
} from 'langium';
import { JourneyLanguageGeneratedModule, JourneyLanguageGeneratedSharedModule } from './generated/module.ts';
import { JourneyLexer } from './lexer.ts';
import { createJourneyParser, LeanReflection } from './parser.ts';
import {
  scopingModule,
  type ScopingServices,
  scopingSharedModule,
  type ScopingSharedServices,
} from './scope-module.ts';
import { JourneyTokenBuilder } from './token-builder.ts';
import { JourneyValueConverter } from './value-converter.ts';

/** The language's services. Each line is a feature and the file that it lives in. */
export type JourneyServices = LangiumCoreServices & ScopingServices;

/** The services of a workspace. */
export type JourneySharedServices = LangiumSharedCoreServices & ScopingSharedServices;

const journeyModule: Module<JourneyServices, PartialLangiumCoreServices> = {
  parser: {
    TokenBuilder: () => new JourneyTokenBuilder(),
    LangiumParser: (services) => createJourneyParser(services),
    Lexer: (services) => new JourneyLexer(services),
    ValueConverter: () => new JourneyValueConverter(),
  },
};

/** Makes the services of one workspace. Nothing is shared between two calls. */
export function createJourneyServices(context: DefaultSharedCoreModuleContext): {
  readonly shared: JourneySharedServices;
  readonly journey: JourneyServices;
} {
  const shared = inject(
    createDefaultSharedCoreModule(context),
    JourneyLanguageGeneratedSharedModule,
    { AstReflection: () => new LeanReflection() },
    scopingSharedModule,
  );
  const journey = inject(
    createDefaultCoreModule({ shared }),
    JourneyLanguageGeneratedModule,
    journeyModule,
    scopingModule,
  );
  shared.ServiceRegistry.register(journey);
  return { shared, journey };
}
