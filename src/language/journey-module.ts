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
import { oneLanguage } from './one-language.ts';
import { JourneyParser } from './parser/journey-parser.ts';
import { JourneyLexer } from './parser/lexer.ts';
import { type Syntax, syntaxOf } from './parser/syntax.ts';
import { JourneyValueConverter } from './parser/value-converter.ts';
import {
  scopingModule,
  type ScopingServices,
  scopingSharedModule,
  type ScopingSharedServices,
} from './scope-module.ts';

/** The language's services. Each line is a feature and the file that it lives in. */
export type JourneyServices = LangiumCoreServices & ParsingServices & ScopingServices;

interface ParsingServices {
  readonly parser: { readonly Syntax: Syntax };
}

/** The services of a workspace. */
export type JourneySharedServices = LangiumSharedCoreServices & ScopingSharedServices;

const journeyModule: Module<JourneyServices, PartialLangiumCoreServices & ParsingServices> = {
  parser: {
    Syntax: (services) => syntaxOf(() => services.Grammar),
    LangiumParser: (services) => new JourneyParser(services),
    Lexer: (services) => new JourneyLexer(services.parser.Syntax),
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
    scopingSharedModule,
    oneLanguage,
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
