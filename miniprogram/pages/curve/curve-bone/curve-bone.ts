/** Stands where the curve will be until its package has come. */
Component({})
