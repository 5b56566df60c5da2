import { runTogether } from '../support/run-together';

runTogether(0, 4);
