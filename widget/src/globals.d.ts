// The build turns the style sheet into a string (build.js).
declare module '*.css' {
  const text: string;
  export default text;
}
