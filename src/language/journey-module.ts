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
import { JourneyLinker } from './linking/linker.ts';
import { JourneyScopeComputation, JourneyScopeProvider } from './scope/scope-provider.ts';
import { JourneyDocumentBuilder } from './workspace/document-builder.ts';
import { JourneyIndexManager } from './workspace/index-manager.ts';
import { JourneyDocuments } from './workspace/journey-documents.ts';
import { ReleasableDocumentFactory } from './workspace/releasable-document.ts';

/** The services of the language. */
export type JourneyServices = LangiumCoreServices & OwnServices;

/** The services of a workspace, shared by all its documents. */
export type JourneySharedServices = LangiumSharedCoreServices & OwnSharedServices;

interface OwnServices {
  readonly parser: { readonly Syntax: Syntax };
  readonly references: {
    readonly Linker: JourneyLinker;
    readonly ScopeProvider: JourneyScopeProvider;
    readonly ScopeComputation: JourneyScopeComputation;
  };
}

interface OwnSharedServices {
  readonly workspace: {
    readonly IndexManager: JourneyIndexManager;
    readonly DocumentBuilder: JourneyDocumentBuilder;
    readonly LangiumDocuments: JourneyDocuments;
    readonly LangiumDocumentFactory: ReleasableDocumentFactory;
  };
}

/** What differs from Langium's own. Each line is a service and names the file that it lives in. */
const journeyModule: Module<JourneyServices, PartialLangiumCoreServices & OwnServices> = {
  parser: {
    Syntax: (services) => syntaxOf(() => services.Grammar),
    LangiumParser: (services) => new JourneyParser(services),
    Lexer: (services) => new JourneyLexer(services.parser.Syntax),
    ValueConverter: () => new JourneyValueConverter(),
  },
  references: {
    Linker: (services) => new JourneyLinker(services),
    ScopeProvider: (services) => new JourneyScopeProvider(services),
    ScopeComputation: (services) => new JourneyScopeComputation(services),
  },
};

const journeySharedModule: Module<JourneySharedServices, OwnSharedServices> = {
  workspace: {
    IndexManager: (services) => new JourneyIndexManager(services),
    DocumentBuilder: (services) => new JourneyDocumentBuilder(services),
    LangiumDocuments: (services) => new JourneyDocuments(services),
    LangiumDocumentFactory: (services) => new ReleasableDocumentFactory(services),
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
    journeySharedModule,
    oneLanguage,
  );
  const journey = inject(createDefaultCoreModule({ shared }), JourneyLanguageGeneratedModule, journeyModule);
  shared.ServiceRegistry.register(journey);
  return { shared, journey };
}
