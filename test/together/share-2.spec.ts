import { runTogether } from '../support/run-together';

runTogether(1, 4);
